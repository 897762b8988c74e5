// npm run check:standalone: an example, copied out of the repository, passes its own tests there.
// @ts-check
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../build/build-if-changed.mjs'
import { findAllWaysOut, listFiles } from './find-ways-out.mjs'

const [name = 'user-crud'] = process.argv.slice(2)
const example = join(ROOT, 'examples', name)

const waysOut = findAllWaysOut(example)
if (waysOut.length > 0) {
  console.error(`These lead out of examples/${name}:\n  ${waysOut.join('\n  ')}`)
  process.exit(1)
}

const copy = mkdtempSync(join(tmpdir(), `${name}-`))
try {
  for (const file of listFiles(example)) cpSync(join(example, file), join(copy, file))
  console.log(`Copied to ${copy}; its tests run there.`)
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['test'], { cwd: copy, stdio: 'inherit' })
  process.exitCode = status ?? 1
} finally {
  rmSync(copy, { recursive: true, force: true })
}
