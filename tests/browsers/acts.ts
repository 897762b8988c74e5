// What a person does and sees, over any driver: finds things by what they are called and points at them.
import assert from 'node:assert/strict'
import type { Driver, InDocument, Place } from './driver.ts'
import {
  clickByProgram,
  fillByProgram,
  findPlace,
  findPreview,
  isEditing,
  nameTreeRow,
  waitForSeen,
  type Target,
} from './in-page.ts'

/** Slow browsers on two shared cores: a first compile in WebKitGTK takes seconds. Milliseconds. */
export const PATIENCE = 60_000

/** Points at something of the site. */
export async function tapOn(driver: Driver, target: Target): Promise<void> {
  await driver.tap(await whenThere(driver.inSite, target))
}

/** Points at something of the app in the preview. */
export async function tapInApp(driver: Driver, target: Target): Promise<void> {
  const taken = { isTaken: true, ...target }
  const inside = await whenThere(driver.inPreview, taken)
  if (!driver.reachesPreview) return driver.inPreview(clickByProgram, taken)
  await driver.tap(add(inside, await driver.inSite(findPreview, null)))
}

/** Looks again and again from outside: a document that is being left would look at itself for ever. */
async function whenThere(look: InDocument, target: Target): Promise<Place> {
  const deadline = performance.now() + 20_000
  for (;;) {
    const { problem, ...place } = await look(findPlace, target).catch((cause: unknown) => ({
      x: 0,
      y: 0,
      problem: `its document does not answer: ${String(cause).slice(0, 300)}`,
    }))
    if (problem === null) return place
    if (performance.now() > deadline)
      throw new Error(`${describe(target)} cannot be pointed at: ${problem}.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export function button(name: string): Target {
  return { selector: 'button', name }
}

/** Waits for a text that can be seen on the page around the preview. */
export async function sees(
  driver: Driver,
  pattern: RegExp,
  { selector = 'body', timeout = PATIENCE } = {},
): Promise<void> {
  const wanted = { source: pattern.source, selector, isGone: false, timeout }
  const text = await driver.inSite(waitForSeen, wanted)
  if (text !== null) throw new Error(`${pattern.source} is not seen. What is: ${text}`)
}

export async function seesNoMore(driver: Driver, pattern: RegExp): Promise<void> {
  const wanted = { source: pattern.source, selector: 'body', isGone: true, timeout: PATIENCE }
  const text = await driver.inSite(waitForSeen, wanted)
  if (text !== null) throw new Error(`${pattern.source} is still seen: ${text}`)
}

/** Asks until it is so. */
export async function until(
  what: string,
  ask: () => Promise<boolean>,
  timeout = PATIENCE,
): Promise<void> {
  const deadline = performance.now() + timeout
  while (!(await ask())) {
    if (performance.now() > deadline) throw new Error(`Not so after ${timeout} ms: ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** A new exchange is a new row on top: what a person pointed at has moved. Quiet is half a second without one. */
export async function whenWireIsQuiet({ call }: Driver): Promise<void> {
  let known = -1
  await until('no request is under way', async () => {
    const before = known
    known = (await call('trace')).length
    await new Promise((resolve) => setTimeout(resolve, 500))
    return before === known
  })
}

/** Opens a file by the tree, a folder at a time, and puts the caret into the editor. */
export async function openFile(driver: Driver, path: string): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) {
    const { index, isFile } = await driver.inSite(nameTreeRow, path)
    assert.ok(index >= 0, `${path} is on the way in the tree`)
    await tapOn(driver, {
      selector: `[role="treeitem"]:nth-child(${index + 1} of [role="treeitem"])`,
    })
    if (isFile) break
    await until(
      'the folder is open',
      async () => (await driver.inSite(nameTreeRow, path)).index !== index,
    )
  }
  await tapOn(driver, { selector: '.monaco-editor .view-lines' })
  await until(`the caret is in ${path}`, () => driver.inSite(isEditing, path))
}

/** By the keys alone: to the line, and what stands there replaced by the text. */
export async function replaceLine(driver: Driver, line: number, text: string): Promise<void> {
  await goToLine(driver, line)
  await driver.press('Home')
  await driver.press('Shift+End')
  await driver.type(text)
  // Of a list of suggestions, if there is one.
  await driver.press('Escape')
}

export async function goToLine(driver: Driver, line: number): Promise<void> {
  await driver.press('Control+Home')
  await driver.press('ArrowDown', line - 1)
  await sees(driver, new RegExp(`Ln ${line}, Col`))
}

/** The line of a file that holds a text, from 1. */
export async function lineOf(driver: Driver, path: string, text: string): Promise<number> {
  const content = String(await driver.call('read', path))
  const index = content.split('\n').findIndex((line) => line.includes(text))
  assert.ok(index >= 0, `${path} holds ${text}`)
  return index + 1
}

/** Writes into a field of the app as a person does: a tap, then the keys. */
export async function fillInApp(driver: Driver, selector: string, text: string): Promise<void> {
  await tapInApp(driver, { selector })
  if (driver.reachesPreview) await driver.type(text)
  else await driver.inPreview(fillByProgram, { selector, text })
}

function add(one: Place, other: Place): Place {
  return { x: one.x + other.x, y: one.y + other.y }
}

function describe({ selector, name }: Target): string {
  return name === undefined ? selector : `“${name}” (${selector})`
}
