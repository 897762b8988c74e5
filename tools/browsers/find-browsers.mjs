// Where the browsers of this machine are, and a sentence for one that is missing. Nothing is downloaded:
// a browser is a person's choice, and a package manager's job.
// @ts-check
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** @typedef {'chromium' | 'firefox' | 'webkit'} BrowserName */

/**
 * @typedef {object} BrowserPlaces
 * @property {string} variable environment variable that wins over everything
 * @property {string[]} commands looked up in PATH, in order
 * @property {string[]} files absolute paths, in order
 * @property {string} missing one sentence
 */

/** @type {Record<BrowserName, BrowserPlaces>} */
const places = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
    files: [
      '/usr/bin/chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
    missing:
      'Chromium was not found: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to a Chromium or Chrome.',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    files: ['/usr/bin/firefox-esr', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    missing:
      'Firefox was not found: install it (Debian: apt-get install firefox-esr) or set FIREFOX_PATH.',
  },
  webkit: {
    variable: 'WEBKIT_DRIVER_PATH',
    commands: ['WebKitWebDriver'],
    files: ['/usr/bin/WebKitWebDriver'],
    missing:
      'WebKitGTK was not found: install its driver and a virtual display (Debian: apt-get install webkit2gtk-driver xvfb xauth), or set WEBKIT_DRIVER_PATH.',
  },
}

/**
 * @param {BrowserName} name
 * @param {NodeJS.ProcessEnv} [env]
 * @param {(path: string) => boolean} [exists]
 * @returns {string | null} absolute path, or null
 */
export function findBrowser(name, env = process.env, exists = existsSync) {
  const { variable, commands, files } = places[name]
  const chosen = env[variable]
  if (chosen) return exists(chosen) ? chosen : null
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const inPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)))
  return [...inPath, ...files].find((path) => exists(path)) ?? null
}

/** @param {BrowserName} name */
export function missingBrowserSentence(name) {
  return places[name].missing
}

/**
 * What Playwright's own list turns off, but for ThirdPartyStoragePartitioning: without partitioning Chromium refuses
 * a service worker to the preview's frame, which no browser of a learner does. The last such argument wins.
 */
const DISABLED_FEATURES = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'Translate',
]

/** Arguments for every Chromium that a program of ours starts. */
export function chromiumArguments() {
  // Chromium does not start its sandbox as root, which is what a bare container is.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return [...sandbox, `--disable-features=${DISABLED_FEATURES.join(',')}`]
}
