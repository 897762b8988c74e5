// What npm start, npm run dev, npm run build and npm test all begin with: look at the machine, install, build.
// @ts-check
import { ROOT } from '../build/build-if-changed.mjs'
import { installPackages } from './install-packages.mjs'
import { createProgress } from './progress.mjs'
import { requireNode, requirePython } from './requirements.mjs'

/**
 * @typedef {object} Prepared
 * @property {import('./requirements.mjs').Python} python
 * @property {(line: string) => void} log
 */

/** @returns {Promise<Prepared>} */
export async function prepare() {
  requireNode()
  const python = requirePython()
  const log = createProgress()
  log(`Node ${process.versions.node}, Python ${python.version}`)
  await installPackages(ROOT, log)
  return { python, log }
}

/**
 * Runs a command's main function: a lack of the machine is one sentence, anything else keeps its stack.
 * @param {() => Promise<void>} main
 */
export async function runCommand(main) {
  try {
    await main()
  } catch (cause) {
    const missing = cause instanceof Error && cause.name === 'MissingRequirement'
    console.error(
      `\n${missing ? cause.message : cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`,
    )
    process.exit(1)
  }
}
