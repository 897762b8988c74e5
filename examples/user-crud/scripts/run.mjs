// @ts-check
// Running other programs: one that ends, or one that stays.
import { spawn } from 'node:child_process'

/** Something is missing or in the way: a sentence for a person, shown without a stack. */
export class Stop extends Error {}

/**
 * Runs a program to its end, its output shown as it comes.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} its exit code
 */
export function run(command, args, { cwd, env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/**
 * @param {string} what a sentence's beginning, for when it fails
 * @param {Parameters<typeof run>} args
 */
export async function runOrStop(what, ...args) {
  const code = await run(...args)
  if (code !== 0) throw new Stop(`${what} failed (exit code ${code}); its own message is above.`)
}

/**
 * Runs the work of a script; a Stop becomes one line and exit code 1.
 * @param {() => Promise<void>} work
 */
export async function script(work) {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    console.error(`\n${error.message}`)
    process.exitCode = 1
  }
}
