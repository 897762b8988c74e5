// WebKitGTK: its MiniBrowser under Xvfb, driven by WebKitWebDriver. An automation session is a private one: nothing is
// kept on disk, and cookies of third parties are blocked.
//
// What WebDriver cannot do here: hear the console, see requests, say how much memory is in use, and be a finger.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, missingBrowserSentence } from '../../tools/browsers/find-browsers.mjs'
import type { Driver, InDocument } from './driver.ts'
import { openSession, runForJson, type DriverSession } from './web-driver.mjs'

const PREVIEW = 'iframe[title^="Preview"]'
const HOST = 'iframe[title="Engine room"]'

/** Runs in the page. Bytes come as text that says so. Those of an answer stay there: WebDriver would send each as a property of its own, a minute for a trace. */
const CALL = `const given = JSON.parse(args[1], (key, value) =>
  value?.base64 === undefined ? value : Uint8Array.from(atob(value.base64), (one) => one.charCodeAt(0)))
const answer = await window.bothEnds[args[0]](...given)
return JSON.stringify(answer ?? null, (key, value) =>
  ArrayBuffer.isView(value) ? null : typeof value === 'bigint' ? String(value) : value)`

/** https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEYS: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  F6: '\uE036',
}

interface WebkitOptions {
  readonly siteOrigin: string
  readonly width: number
  readonly height: number
}

export async function openWebkitDriver({
  siteOrigin,
  width,
  height,
}: WebkitOptions): Promise<Driver> {
  const driver = findBrowser('webkit')
  const binary = findMiniBrowser()
  if (driver === null || binary === null) throw new Error(missingBrowserSentence('webkit'))
  const settings = writeGtkSettings()
  const session = await openSession({
    command: 'xvfb-run',
    args: (port) => ['-a', '-s', '-screen 0 1600x1200x24', driver, `--port=${port}`],
    capabilities: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
    env: { ...process.env, XDG_CONFIG_HOME: settings },
  })
  const inFrame =
    (frame: string): InDocument =>
    (work, argument) =>
      session.runIn(frame, `return (${String(work)})(...args)`, argument)
  const resize = (wide: number, high: number) => resizePage(session, wide, high)
  try {
    await session.open(siteOrigin)
    await resize(width, height)
  } catch (cause) {
    await session.close()
    throw cause
  }
  return {
    browser: 'webkit',
    version: session.version,
    reachesPreview: true,
    open: (address) => session.open(new URL(address, siteOrigin).href),
    inSite: (work, argument) => session.run(`return (${String(work)})(...args)`, argument),
    inPreview: inFrame(PREVIEW),
    inHost: inFrame(HOST),
    call: (name, ...args) => runForJson(session, CALL, name, asText(args)),
    shows: (text, timeoutMs) => waitForText(session, text, timeoutMs),
    press: (keys, times = 1) => session.perform([keyboard(pressing(keys, times))]),
    type: (text) => session.perform([keyboard([...text].flatMap(pressed))]),
    tap: (place) => session.perform([pointing(place)]),
    resize,
    surprises: () => [],
    memory: () => Promise.resolve(null),
    screenshot: () => session.screenshot(),
    async close() {
      await session.close()
      rmSync(settings, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

function pressing(keys: string, times: number): object[] {
  const names = keys.split('+').map((name) => KEYS[name] ?? name)
  const once = [
    ...names.map((value) => ({ type: 'keyDown', value })),
    ...names.toReversed().map((value) => ({ type: 'keyUp', value })),
  ]
  return Array.from({ length: times }, () => once).flat()
}

function pressed(letter: string): object[] {
  return [
    { type: 'keyDown', value: letter },
    { type: 'keyUp', value: letter },
  ]
}

function keyboard(actions: readonly object[]): object {
  return { type: 'key', id: 'keyboard', actions }
}

function pointing({ x, y }: { readonly x: number; readonly y: number }): object {
  return {
    type: 'pointer',
    id: 'mouse',
    parameters: { pointerType: 'mouse' },
    actions: [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y), origin: 'viewport' },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ],
  }
}

/** The bars of MiniBrowser are 447 px wide with the margins of its theme: no window would be as narrow as a phone. */
function writeGtkSettings(): string {
  const folder = mkdtempSync(join(tmpdir(), 'both-ends-gtk-'))
  mkdirSync(join(folder, 'gtk-3.0'))
  const style = '* { min-width: 0; margin: 0; padding: 0; border-width: 0; font-size: 6px; }'
  writeFileSync(join(folder, 'gtk-3.0', 'gtk.css'), style)
  return folder
}

/** The window has bars of its own, so the page is measured and the difference added. */
async function resizePage(session: DriverSession, width: number, height: number): Promise<void> {
  const measure = async (): Promise<{ width: number; height: number }> =>
    session.run(
      'await new Promise((next) => setTimeout(next, 200)); return { width: innerWidth, height: innerHeight }',
    )
  await session.resize({ width, height })
  const first = await measure()
  await session.resize({ width: 2 * width - first.width, height: 2 * height - first.height })
  const { width: wide, height: high } = await measure()
  if (wide !== width || high !== height)
    throw new Error(`The page is ${wide} by ${high} px and not ${width} by ${height}.`)
}

function asText(args: readonly unknown[]): string {
  return JSON.stringify(args, (_key, value: unknown) =>
    value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
  )
}

async function waitForText(
  session: DriverSession,
  text: string | RegExp,
  timeoutMs = 10_000,
): Promise<number> {
  const start = performance.now()
  let last = ''
  while (performance.now() - start < timeoutMs) {
    last =
      (await session.run('return (await window.bothEnds.page()).text').catch(() => null)) ?? last
    if (typeof text === 'string' ? last.includes(text) : text.test(last))
      return performance.now() - start
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(
    `The preview did not show ${String(text)} within ${timeoutMs} ms. It shows: ${last.slice(0, 300)}`,
  )
}

/** Debian keeps it out of PATH, below the folder of its architecture. */
function findMiniBrowser(): string | null {
  if (process.env['WEBKIT_BROWSER_PATH']) return process.env['WEBKIT_BROWSER_PATH']
  if (!existsSync('/usr/lib')) return null
  const places = readdirSync('/usr/lib').flatMap((folder) =>
    ['webkit2gtk-4.1', 'webkitgtk-6.0'].map((version) =>
      join('/usr/lib', folder, version, 'MiniBrowser'),
    ),
  )
  return places.find((path) => existsSync(path)) ?? null
}
