// A screen of 390 px: a step of lesson 2 and the playground, by taps and the phone's own keys.
import assert from 'node:assert/strict'
import { SLOW_START } from '../../e2e/support/playground.ts'
import { button, lineOf, PATIENCE, sees, tapOn, until, whenWireIsQuiet } from '../acts.ts'
import type { Driver } from '../driver.ts'
import { caretInSight, smallTargets, widthBeyondScreen } from '../in-page.ts'
import { LEFT_WHILE_LOADING, type Journey } from './journey.ts'

export const PHONE = { width: 390, height: 844 }
/** What the keys on the screen of a phone leave of it. */
const ABOVE_THE_KEYS = 460
const PAGE = 'frontend/app/people/[id]/page.tsx'
const VIEWS = 'nav[aria-label="Views"] button'

function view(name: string) {
  return { selector: VIEWS, name: `^${name}` }
}

/** Nothing lies outside the screen, and nothing is too small for a finger. */
async function fits(driver: Driver): Promise<void> {
  assert.ok((await driver.inSite(widthBeyondScreen, null)) <= 0, 'nothing to scroll sideways')
  assert.deepEqual(await driver.inSite(smallTargets, null), [])
}

async function openLesson(driver: Driver): Promise<void> {
  await driver.open('/learn/02-params/')
  await sees(driver, /Wait for the address/, { selector: 'h2' })
  await until('the lesson is there', () =>
    driver.inSite((_: null) => window.bothEnds !== undefined, null),
  )
  await fits(driver)
  await tapOn(driver, view('Code'))
  await fits(driver)
}

/** By the keys of a keyboard: those of a screen send the same text. */
async function typeLine(driver: Driver, path: string, from: string, to: string): Promise<void> {
  const line = await lineOf(driver, path, from)
  await tapOn(driver, { selector: 'textarea', name: path.replaceAll(/[[\]().]/g, '.') })
  await driver.press('Control+Home')
  await driver.press('ArrowDown', line - 1)
  await driver.press('Home')
  await driver.press('Shift+End')
  await driver.type(to)
}

async function mendLesson(driver: Driver): Promise<void> {
  await typeLine(
    driver,
    PAGE,
    'Number(params.id)',
    '  const person = await readPerson(Number((await params).id))',
  )
  await driver.resize(PHONE.width, ABOVE_THE_KEYS)
  await until('the line of the caret is in sight', () => driver.inSite(caretInSight, null), 5_000)
  await driver.resize(PHONE.width, PHONE.height)
  await tapOn(driver, button('^Start and run checks$'))
  await sees(driver, /2 of 2 checks pass/)
  await tapOn(driver, view('Read'))
  await sees(driver, /All checks pass\./)
  await fits(driver)
}

async function lookAround(driver: Driver): Promise<void> {
  await tapOn(driver, view('Preview'))
  await sees(driver, /Go|Preview/)
  await fits(driver)
  await tapOn(driver, view('Wire'))
  await fits(driver)
  await whenWireIsQuiet(driver)
  await tapOn(driver, { selector: '[role="row"]', name: 'GET' })
  await sees(driver, /asked Next for/)
  await fits(driver)
  await tapOn(driver, button('Back to the list'))
}

async function openPlay(driver: Driver): Promise<void> {
  await driver.open('/play/?from=hello')
  await until('the playground is there', () =>
    driver.inSite((_: null) => window.bothEnds !== undefined, null),
  )
  await tapOn(driver, view('Files'))
  await fits(driver)
  await tapOn(driver, { selector: '[role="treeitem"]', name: '^main.py' })
  await tapOn(driver, view('Code'))
  await sees(driver, /Ln \d+, Col/)
  await fits(driver)
  const good = await lineOf(driver, 'backend/main.py', 'Hello, {name}')
  const line = String(await driver.call('read', 'backend/main.py')).split('\n')[good - 1] ?? ''
  await typeLine(
    driver,
    'backend/main.py',
    'Hello, {name}',
    line.replace('Hello, {name}', 'Good day, {name}'),
  )
  await tapOn(driver, view('Preview'))
  await fits(driver)
  await tapOn(driver, button('^Run$'))
  await driver.shows('Good day, world!', PATIENCE)
  await fits(driver)
}

export const phoneJourney: Journey = {
  title: '390 px, by taps',
  place: 5,
  // Lesson 2 opens broken: what its page says in the console is the symptom.
  expected: new RegExp(
    `Some fields are not right|status of (500|422|404)|params|%o|not a React Component|${SLOW_START.source}|${LEFT_WHILE_LOADING.source}`,
  ),
  steps: [
    {
      says: 'A lesson fits: nothing to scroll sideways, nothing smaller than 24 px to tap',
      run: openLesson,
    },
    {
      says: 'Code is typed, its line in sight above the keys of the screen; the checks pass',
      run: mendLesson,
    },
    { says: 'Preview and Wire, a request and back', run: lookAround },
    { says: 'The playground: a file is chosen and edited, Run shows the edit', run: openPlay },
  ],
}
