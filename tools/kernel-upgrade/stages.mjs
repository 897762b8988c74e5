// What is done in the copy, in order: another Next is installed, the kernel is built, and what can be checked of the
// kernel alone is checked.
// @ts-check
import { join } from 'node:path'

/** @typedef {import('../test/run-suite.mjs').Command} Command */
/** @typedef {Command & { says: string, isNeeded: boolean }} Stage `isNeeded`: without it there is nothing to go on with */

const node = process.execPath
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/**
 * @param {string} name
 * @param {string} says
 * @param {number} minutes on two cores
 * @param {{ command: string, args: string[] }} program
 * @returns {Stage}
 */
function building(name, says, minutes, program) {
  return { name, says, minutes, report: 'exit', isNeeded: true, start: () => program }
}

/**
 * @param {string} name
 * @param {string} says
 * @param {{ project: 'units' | 'built', folders: string[], minutes: number }} which
 * @returns {Stage}
 */
function checking(name, says, { project, folders, minutes }) {
  return {
    name,
    says,
    minutes,
    report: 'vitest',
    isNeeded: false,
    start: (reportFile) => ({
      command: node,
      args: [
        join('node_modules', 'vitest', 'vitest.mjs'),
        'run',
        ...['--project', project, ...folders],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
      ],
    }),
  }
}

/** @param {string} version @returns {Stage[]} */
export function stagesFor(version) {
  const install = ['install', `next@${version}`, '--save-exact']
  return [
    building('packages', `Next ${version} is installed`, 10, {
      command: npm,
      // No scripts: ours would look for git's hooks.
      args: [...install, '--ignore-scripts', '--no-audit', '--no-fund'],
    }),
    building('build', 'the kernel is built from it', 10, {
      command: node,
      args: [join('tools', 'kernel-build', 'build.mjs')],
    }),
    building('starters', 'the examples are compiled by it', 5, {
      command: node,
      args: [join('tools', 'start', 'build.mjs'), 'starters'],
    }),
    checking('units', 'the parts of the kernel and of its build, in Node', {
      project: 'units',
      folders: ['tools/kernel-build/', 'playground/runtime/kernel/'],
      minutes: 5,
    }),
    checking('kernel', 'Next’s conventions on the kernel, in Chromium', {
      project: 'built',
      folders: ['tests/kernel/'],
      minutes: 10,
    }),
    checking('conventions', 'the kernel beside the real Next of that release', {
      project: 'built',
      folders: ['tests/parity/'],
      minutes: 15,
    }),
  ]
}
