// npm run typecheck: every TypeScript project, all of them even when one has errors.
// @ts-check
import { spawnSync } from 'node:child_process'
import { ROOT } from '../build/build-if-changed.mjs'
import { TYPE_COMMANDS } from './parts.mjs'

const codes = TYPE_COMMANDS.map(
  ([command, ...args]) => spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' }).status,
)
process.exitCode = codes.every((code) => code === 0) ? 0 : 1
