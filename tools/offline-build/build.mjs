// The step after both origins are built: what each can keep on a reader's device. `build/offline` has the lists for tests,
// the bench and the docs.
// @ts-check
import { writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../build/build-if-changed.mjs'
import { writeLists } from './write-lists.mjs'

const BUILD = join(ROOT, 'build')

/** @param {{ log: (line: string) => void }} options */
export async function buildOffline({ log }) {
  const siteRoot = join(BUILD, 'site')
  const previewRoot = join(BUILD, 'preview')
  const lists = await writeLists({ siteRoot, previewRoot })
  await mkdir(join(BUILD, 'offline'), { recursive: true })
  for (const [name, list] of Object.entries(lists))
    writeFileSync(join(BUILD, 'offline', `${name}.json`), JSON.stringify(list))
  const files = [...lists.site.files, ...lists.preview.files]
  log(
    `offline: ${files.length} files can be kept, ${megabytes(files, 'bytes')}, ${megabytes(files, 'download')} to download`,
  )
}

/** @param {readonly { bytes: number, download: number }[]} files @param {'bytes' | 'download'} what */
function megabytes(files, what) {
  return `${(files.reduce((sum, file) => sum + file[what], 0) / 1e6).toFixed(1)} MB`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildOffline({ log: console.log })
