// Lists what each origin can keep on a reader's device (list-files.mjs), and puts the lists where they are used: before
// each service worker's script, and by version into each page. Can be done again over itself.
// @ts-check
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as esbuild from 'esbuild'
import { ROOT } from '../build/build-if-changed.mjs'
import { groupOfPreview, groupOfSite } from './groups.mjs'
import { filesBelow, listFiles, versionOf } from './list-files.mjs'
import { nameVersion, nameVersions, withList } from './put-in.mjs'

/** @typedef {import('../../playground/runtime/kept/manifest.ts').KeptManifest} KeptManifest */

/** Pages of the preview origin that load a script: the version goes along (host.ts). */
const FRAMED = ['host.html', 'keep.html']

/**
 * @typedef {object} Folders
 * @property {string} siteRoot
 * @property {string} previewRoot
 */

/** @param {Folders} folders @returns {Promise<{ site: KeptManifest, preview: KeptManifest }>} */
export async function writeLists({ siteRoot, previewRoot }) {
  const preview = await writePreview(previewRoot)
  const site = await writeSite(siteRoot, preview.version)
  return { site, preview }
}

/** @param {string} root @returns {Promise<KeptManifest>} */
async function writePreview(root) {
  const pages = FRAMED.map((name) => join(root, '__host__', name))
  for (const page of pages) rewrite(page, (html) => nameVersion(html, ''))
  const version = await versionOf(root, groupOfPreview)
  for (const page of pages) rewrite(page, (html) => nameVersion(html, version))
  /** @type {KeptManifest} */
  const list = { version, preview: null, files: await listFiles(root, groupOfPreview) }
  rewrite(join(root, 'service-worker.js'), (script) => withList(script, list))
  return list
}

/** @param {string} root @param {string} preview @returns {Promise<KeptManifest>} */
async function writeSite(root, preview) {
  const pages = filesBelow(root).filter((path) => path.endsWith('.html'))
  const group = groupOfSite(root, pages)
  const name = (/** @type {string} */ version) => {
    for (const path of pages)
      rewrite(join(root, path), (html) => nameVersions(html, version, preview))
  }
  name('')
  const version = await versionOf(root, group)
  name(version)
  /** @type {KeptManifest} */
  const list = { version, preview, files: await listFiles(root, group) }
  writeFileSync(join(root, 'service-worker.js'), withList(await bundleSiteWorker(), list))
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

/** Only what changes is written. @param {string} path @param {(text: string) => string} change */
function rewrite(path, change) {
  const before = readFileSync(path, 'utf8')
  const after = change(before)
  if (after !== before) writeFileSync(path, after)
}
