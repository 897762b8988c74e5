// A newer version of what was built, in folders of its own: another sentence in the docs, other names of what loads late,
// and an engine that cannot start. A tab of the old version must never meet any of it.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

export const NEW_SENTENCE = 'Reading the wire, in the newer version'

export async function makeNewerBuild(): Promise<NewerBuild> {
  const folder = await mkdtemp(join(tmpdir(), 'both-ends-newer-'))
  const siteRoot = join(folder, 'site')
  const previewRoot = join(folder, 'preview')
  const options = { recursive: true, mode: constants.COPYFILE_FICLONE }
  await cp(join(ROOT, 'build', 'site'), siteRoot, options)
  await cp(join(ROOT, 'build', 'preview'), previewRoot, options)

  const page = join(siteRoot, 'docs', 'wire', 'index.html')
  const html = readFileSync(page, 'utf8')
  writeFileSync(page, html.replaceAll('Reading the wire', NEW_SENTENCE))
  removeLateChunks(siteRoot)
  const worker = join(previewRoot, '__host__', 'kernel.worker.js')
  writeFileSync(worker, "throw new Error('An engine of the newer version.')")

  const { site } = await writeLists({ siteRoot, previewRoot })
  const remove = () => rm(folder, { recursive: true, force: true })
  return { siteRoot, previewRoot, version: site.version, remove }
}

/** As a build does whose late chunks have other names. */
function removeLateChunks(siteRoot: string): void {
  const pages = readdirSync(siteRoot, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .map((path) => readFileSync(join(siteRoot, path), 'utf8'))
    .join('\n')
  const chunks = join(siteRoot, '_next', 'static', 'chunks')
  for (const name of readdirSync(chunks)) {
    if (!pages.includes(`chunks/${name}`)) rmSync(join(chunks, name))
  }
}
