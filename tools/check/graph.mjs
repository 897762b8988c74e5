// npm run graph: prints which folder of the playground imports which, as Mermaid, for a person to look at.
// @ts-check
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../build/build-if-changed.mjs'

const { status } = spawnSync(
  process.execPath,
  [
    join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    '.dependency-cruiser.cjs',
    '--include-only',
    '^playground',
    '--collapse',
    '^playground/(runtime/)?[^/]+',
    '--output-type',
    'mermaid',
    'playground',
  ],
  { cwd: ROOT, stdio: 'inherit' },
)
process.exitCode = status ?? 1
