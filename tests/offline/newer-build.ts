// A newer version of what was built, in folders of its own: another sentence in the docs, other names of what loads late,
// and an engine that cannot start. A tab of the old version must never meet any of it.
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { constants, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../tools/build/build-if-changed.mjs'
import { writeLists } from '../../tools/offline-build/write-lists.mjs'

export interface NewerBuild {
  readonly siteRoot: string
  readonly previewRoot: string
  readonly version: string
  remove(): Promise<void>
}

const OLD_SENTENCE = 'Reading the wire'
/** As long as the old one: the page's Flight data count the bytes of their texts. */
export const NEW_SENTENCE = 'Riding the wires'

export async function makeNewerBuild(): Promise<NewerBuild> {
  const folder = await mkdtemp(join(tmpdir(), 'both-ends-newer-'))
  const siteRoot = join(folder, 'site')
  const previewRoot = join(folder, 'preview')
  const options = { recursive: true, mode: constants.COPYFILE_FICLONE }
  await cp(join(ROOT, 'build', 'site'), siteRoot, options)
  await cp(join(ROOT, 'build', 'preview'), previewRoot, options)

  const page = join(siteRoot, 'docs', 'wire', 'index.html')
  const html = readFileSync(page, 'utf8')
  writeFileSync(page, html.replaceAll(OLD_SENTENCE, NEW_SENTENCE))
  renameLateChunks(siteRoot)
  const worker = join(previewRoot, '__host__', 'kernel.worker.js')
  writeFileSync(worker, "throw new Error('An engine of the newer version.')")

  const { site } = await writeLists({ siteRoot, previewRoot })
  const remove = () => rm(folder, { recursive: true, force: true })
  return { siteRoot, previewRoot, version: site.version, remove }
}

/** As a build does whose late chunks have other names: what asks for them knows the new ones, and the old ones are gone. */
function renameLateChunks(siteRoot: string): void {
  const texts = readdirSync(siteRoot, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(html|js|txt)$/.test(path) && !path.startsWith('_pagefind'))
    .map((path) => ({
      path: join(siteRoot, path),
      text: readFileSync(join(siteRoot, path), 'utf8'),
    }))
  const pages = texts.flatMap(({ path, text }) => (path.endsWith('.html') ? [text] : [])).join('\n')
  const chunks = join(siteRoot, '_next', 'static', 'chunks')
  const late = readdirSync(chunks).filter((name) => !pages.includes(`chunks/${name}`))
  const known = new Set(late)
  for (const { path, text } of texts) {
    const next = text.replaceAll(/[\w.~-]+\.js\b/g, (name) =>
      known.has(name) ? newName(name) : name,
    )
    if (next !== text) writeFileSync(path, next)
  }
  for (const name of late) renameSync(join(chunks, name), join(chunks, newName(name)))
}

const newName = (name: string) => `newer-${name}`
