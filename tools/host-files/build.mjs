// The build step: writes what hosts read. `_headers` and `vercel.json` lie in the folder that is deployed, nginx.conf beside.
// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../build/build-if-changed.mjs'
import { addressesOf, hostRules } from './rules.mjs'
import { writeHeadersFile, writeNginxFile, writeVercelFile } from './write.mjs'

/** Names as in content/docs/deploying-this-site.mdx. */
const ORIGINS = [
  { name: 'site', host: 'course.example' },
  { name: 'preview', host: 'preview.example' },
]

/** @param {{ log?: (line: string) => void }} [options] */
export async function buildHostFiles({ log = console.log } = {}) {
  const origins = ORIGINS.map(({ name, host }) => {
    const root = join(ROOT, 'build', name)
    return {
      name,
      host,
      root: `/srv/both-ends/${name}`,
      folder: root,
      rules: hostRules(addressesOf(root)),
    }
  })
  for (const { folder, rules } of origins) {
    writeFileSync(join(folder, '_headers'), writeHeadersFile(rules))
    writeFileSync(join(folder, 'vercel.json'), writeVercelFile(rules))
  }
  const hosts = join(ROOT, 'build', 'hosts')
  mkdirSync(hosts, { recursive: true })
  writeFileSync(join(hosts, 'nginx.conf'), writeNginxFile(origins))
  const count = origins.reduce((sum, { rules }) => sum + rules.cache.length, 0)
  log(`host-files: ${String(count)} rules for two origins`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildHostFiles()
