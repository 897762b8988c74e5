// Every suite of the repository: what must exist before it, its command, and where it reports.
// Each is a plain command with its own exit code; run one by hand with `npm test -- <name>`.
// @ts-check
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../build/build-if-changed.mjs'
import { venvProgram } from '../venv/venv.mjs'

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} says what it proves, for the list that --list prints
 * @property {readonly import('../start/build-steps.mjs').StepName[]} builds
 * @property {boolean} venv
 * @property {readonly import('../browsers/find-browsers.mjs').BrowserName[]} browsers
 * @property {import('./counts.mjs').ReportKind} report
 * @property {(reportFile: string) => { command: string, args: string[], env?: Record<string, string>, cwd?: string }} start
 * @property {number} minutes how long it may take on two cores
 * @property {boolean} isBeside whether another may run at the same time: it keeps one core busy and has ports of its own
 */

const everything = /** @type {const} */ (['offline'])
const node = process.execPath
const bin = (/** @type {string} */ path) => join(ROOT, 'node_modules', path)

/** @param {string} project @param {string} reportFile @param {string[]} [filters] parts of paths */
function vitest(project, reportFile, filters = []) {
  return {
    command: node,
    args: [
      bin('vitest/vitest.mjs'),
      'run',
      '--project',
      project,
      ...filters,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile}`,
    ],
  }
}

/** @param {string} project of playwright.config.ts; `embed*` is each that begins so @param {string} reportFile */
function playwright(project, reportFile) {
  return {
    command: node,
    args: [bin('@playwright/test/cli.js'), 'test', `--project=${project}`],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile },
  }
}

/** @type {Suite[]} */
const suites = [
  {
    name: 'check',
    says: 'format, lint, types, imports, dead code, words, ruff, mypy, hadolint',
    builds: [],
    venv: true,
    browsers: [],
    report: 'counts',
    start: (reportFile) => ({
      command: node,
      args: [join(ROOT, 'tools/check/check.mjs'), '--report', reportFile],
    }),
    minutes: 5,
    isBeside: true,
  },
  {
    name: 'units',
    says: 'everything that runs in Node alone',
    builds: [],
    venv: false,
    browsers: [],
    report: 'vitest',
    start: (reportFile) => vitest('units', reportFile),
    minutes: 5,
    isBeside: true,
  },
  {
    name: 'python',
    says: 'the Python package of the backend, on this machine’s Python',
    builds: [],
    venv: true,
    browsers: [],
    report: 'junit',
    start: (reportFile) => ({
      command: venvProgram('python'),
      args: ['-m', 'pytest', '-q', `--junitxml=${reportFile}`],
    }),
    minutes: 5,
    isBeside: true,
  },
  {
    name: 'browser',
    says: 'the pieces that need a real browser, without the site',
    builds: [],
    venv: false,
    browsers: ['chromium'],
    report: 'vitest',
    start: (reportFile) => vitest('browser', reportFile),
    minutes: 5,
    isBeside: true,
  },
  {
    name: 'parity',
    says: 'the three examples on real servers and in the playground: the same answers',
    builds: everything,
    venv: true,
    browsers: ['chromium'],
    report: 'playwright',
    start: (reportFile) => playwright('parity', reportFile),
    minutes: 15,
    isBeside: true,
  },
  {
    name: 'conventions',
    says: 'an app of every convention of the App Router, on real Next and in the kernel: the same answers',
    builds: ['kernel', 'starters'],
    venv: false,
    browsers: ['chromium'],
    report: 'vitest',
    start: (reportFile) => vitest('built', reportFile, ['tests/parity/']),
    minutes: 10,
    isBeside: true,
  },
  {
    name: 'kernel',
    says: 'the built kernel in Chromium, without the site: Next’s conventions in both flavours',
    builds: ['kernel', 'starters'],
    venv: false,
    browsers: ['chromium'],
    report: 'vitest',
    start: (reportFile) => vitest('built', reportFile, ['tests/kernel/']),
    minutes: 10,
    isBeside: true,
  },
  {
    name: 'backend',
    says: 'the built backend in Pyodide, under Node: the Python tests again, and requests over its ports',
    builds: ['python'],
    venv: false,
    browsers: ['chromium'],
    report: 'vitest',
    start: (reportFile) =>
      vitest('built', reportFile, ['playground/runtime/backend/', 'tests/backend/']),
    minutes: 8,
    isBeside: true,
  },
  {
    name: 'zip',
    says: 'the zip that the playground offers, unpacked and run by the two commands of its README',
    builds: [],
    venv: false,
    browsers: [],
    report: 'vitest',
    start: (reportFile) => vitest('built', reportFile, ['tests/zip/']),
    minutes: 10,
    isBeside: true,
  },
  {
    name: 'network',
    says: 'the real service worker, host page and broker between fake ends',
    builds: [],
    venv: false,
    browsers: ['chromium', 'firefox'],
    report: 'vitest',
    start: (reportFile) => vitest('built', reportFile, ['tests/network/']),
    minutes: 5,
    isBeside: true,
  },
  {
    name: 'cors',
    says: 'the broker’s CORS verdicts beside those of a real Chromium with two real ports',
    builds: [],
    venv: false,
    browsers: ['chromium'],
    report: 'vitest',
    start: (reportFile) => vitest('built', reportFile, ['tests/cors-matrix/']),
    minutes: 5,
    isBeside: true,
  },
  {
    name: 'e2e',
    says: 'the playground page as a person and a teacher use it',
    builds: everything,
    venv: false,
    browsers: ['chromium'],
    report: 'playwright',
    start: (reportFile) => playwright('chromium', reportFile),
    minutes: 15,
    isBeside: false,
  },
  {
    name: 'pages',
    says: 'the site’s pages, and the playground’s over an engine that only plays one',
    builds: everything,
    venv: false,
    browsers: ['chromium'],
    report: 'playwright',
    start: (reportFile) => playwright('pages', reportFile),
    minutes: 6,
    isBeside: false,
  },
  {
    name: 'embed',
    says: 'the playground in pages of other sites; other hosts’ headers; a room served over HTTPS',
    builds: [...everything, 'host-files', 'compressed'],
    venv: false,
    browsers: ['chromium', 'firefox'],
    report: 'playwright',
    start: (reportFile) => playwright('embed*', reportFile),
    minutes: 6,
    isBeside: false,
  },
  {
    name: 'faults',
    says: 'dead workers, endless loops, full storage: said, and recovered from',
    builds: everything,
    venv: false,
    browsers: ['chromium'],
    report: 'playwright',
    start: (reportFile) => playwright('faults', reportFile),
    minutes: 12,
    isBeside: false,
  },
  {
    name: 'lessons',
    says: 'every step of every lesson: wrong answers fail its checks, right ones pass',
    builds: everything,
    venv: false,
    browsers: ['chromium'],
    report: 'playwright',
    start: (reportFile) => playwright('lessons', reportFile),
    minutes: 30,
    isBeside: false,
  },
  {
    name: 'webcontainer',
    says: 'the WebContainers engine on a stand-in of the same types: real next dev, real relay, real Pyodide',
    builds: everything,
    venv: false,
    browsers: ['chromium'],
    report: 'playwright',
    start: (reportFile) => playwright('webcontainer', reportFile),
    minutes: 10,
    isBeside: false,
  },
  {
    name: 'offline',
    says: 'both servers stopped after a visit; no room; a newer version beside an open tab; installed',
    builds: everything,
    venv: false,
    browsers: ['chromium'],
    report: 'playwright',
    start: (reportFile) => playwright('offline', reportFile),
    minutes: 8,
    isBeside: false,
  },
  {
    name: 'browsers',
    says: 'a learner’s journey in Chromium, Firefox and WebKitGTK; touch, private windows, small heaps',
    builds: everything,
    venv: false,
    browsers: ['chromium', 'firefox', 'webkit'],
    report: 'playwright',
    start: (reportFile) => playwright('browsers', reportFile),
    minutes: 12,
    isBeside: false,
  },
  {
    name: 'budget',
    says: 'bytes that each kind of page loads, beside their limits',
    builds: everything,
    venv: false,
    browsers: ['chromium'],
    report: 'counts',
    start: (reportFile) => ({
      command: node,
      args: [join(ROOT, 'tests/budget/budget.mjs'), '--report', reportFile],
    }),
    minutes: 4,
    isBeside: false,
  },
]

// Teams copy it, so a copy is what is tested. It has a browser's journeys, on two databases.
const COPIED = 'user-crud'

/** One suite for each example: its own `npm test`, as a person who copied it would run it. @returns {Suite[]} */
function exampleSuites() {
  const folder = join(ROOT, 'examples')
  // The longest first: the others fit beside it.
  const names = existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .sort((a, b) => Number(b === COPIED) - Number(a === COPIED))
    : []
  return names
    .filter((name) => existsSync(join(folder, name, 'package.json')))
    .map((name) => ({
      name: `example-${name}`,
      says:
        name === COPIED
          ? `examples/${name}, copied out of the repository: its own npm test there`
          : `examples/${name} on real servers, by its own npm test`,
      builds: [],
      venv: false,
      browsers: name === COPIED ? /** @type {const} */ (['chromium']) : [],
      report: 'example',
      start: () =>
        name === COPIED
          ? {
              command: node,
              args: [join(ROOT, 'tools/check-standalone/check-standalone.mjs'), name],
            }
          : {
              command: process.platform === 'win32' ? 'npm.cmd' : 'npm',
              args: ['test'],
              cwd: join(folder, name),
            },
      minutes: name === COPIED ? 15 : 8,
      isBeside: true,
    }))
}

/** In the order in which they run: cheap and general first, then those with servers of their own, then the whole site. */
export function allSuites() {
  const at = suites.findIndex(({ name }) => name === 'parity')
  return [...suites.slice(0, at), ...exampleSuites(), ...suites.slice(at)]
}
