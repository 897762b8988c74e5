// The step after both origins are built: lists what each can keep on a reader's device (list-files.mjs), and puts the lists
// where they are used: before each service worker's script, and by version into each page. `build/offline` has them for
// tests and for the docs.
// @ts-check
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import { ROOT } from '../build/build-if-changed.mjs'
import { filesBelow, listFiles, versionOf } from './list-files.mjs'
import { groupOfPreview, groupOfSite } from './groups.mjs'
import { nameVersion, nameVersions, withList } from './put-in.mjs'

/** @typedef {import('../../playground/runtime/kept/manifest.ts').KeptManifest} KeptManifest */

const SITE = join(ROOT, 'build', 'site')
const PREVIEW = join(ROOT, 'build', 'preview')
/** Pages of the preview origin that load a script: the version goes along (host.ts). */
const FRAMED = ['host.html', 'keep.html']

/** @param {{ log: (line: string) => void }} options */
export async function buildOffline({ log }) {
  const preview = await listPreview()
  const site = await listSite(preview.version)
  await mkdir(join(ROOT, 'build', 'offline'), { recursive: true })
  for (const [name, list] of Object.entries({ site, preview }))
    writeFileSync(join(ROOT, 'build', 'offline', `${name}.json`), JSON.stringify(list))
  const files = [...site.files, ...preview.files]
  log(
    `offline: ${files.length} files can be kept, ${megabytes(files, 'bytes')}; to download, ${megabytes(files, 'download')}`,
  )
}

/** @returns {Promise<KeptManifest>} */
async function listPreview() {
  const pages = FRAMED.map((name) => join(PREVIEW, '__host__', name))
  for (const page of pages) rewrite(page, (html) => nameVersion(html, ''))
  const version = await versionOf(PREVIEW, groupOfPreview)
  for (const page of pages) rewrite(page, (html) => nameVersion(html, version))
  /** @type {KeptManifest} */
  const list = { version, preview: null, files: await listFiles(PREVIEW, groupOfPreview) }
  rewrite(join(PREVIEW, 'service-worker.js'), (script) => withList(script, list))
  return list
}

/** @param {string} preview @returns {Promise<KeptManifest>} */
async function listSite(preview) {
  const pages = filesBelow(SITE).filter((path) => path.endsWith('.html'))
  const rename = (/** @type {string} */ site, /** @type {string} */ its) => {
    for (const path of pages) rewrite(join(SITE, path), (html) => nameVersions(html, site, its))
  }
  rename('', preview)
  const group = groupOfSite(SITE, pages)
  const version = await versionOf(SITE, group)
  rename(version, preview)
  /** @type {KeptManifest} */
  const list = { version, preview, files: await listFiles(SITE, group) }
  writeFileSync(join(SITE, 'service-worker.js'), withList(await bundleSiteWorker(), list))
  return list
}

async function bundleSiteWorker() {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: ['playground/runtime/site-worker/site-service-worker.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome120', 'firefox128', 'safari17'],
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  })
  return outputFiles[0]?.text ?? ''
}

/** Only what changes is written: the time of a file tells others that it is new. @param {string} path @param {(text: string) => string} change */
function rewrite(path, change) {
  const before = readFileSync(path, 'utf8')
  const after = change(before)
  if (after !== before) writeFileSync(path, after)
}

/** @param {readonly { bytes: number, download: number }[]} files @param {'bytes' | 'download'} what */
function megabytes(files, what) {
  return `${(files.reduce((sum, file) => sum + file[what], 0) / 1e6).toFixed(1)} MB`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildOffline({ log: console.log })
