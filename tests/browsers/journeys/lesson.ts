// A step of lesson 4 with the keyboard alone, by typing the answer: no pointer, no solution, no program's help.
import assert from 'node:assert/strict'
import { SLOW_START } from '../../e2e/support/playground.ts'
import { goToLine, replaceLine, sees, until } from '../acts.ts'
import type { Driver } from '../driver.ts'
import { focusedPane, isEditing } from '../in-page.ts'
import { LEFT_WHILE_LOADING, type Journey } from './journey.ts'

const ACTIONS = 'frontend/actions/people.ts'

async function read(driver: Driver): Promise<void> {
  await driver.open('/learn/04-forms/#refused')
  await sees(driver, /FastAPI has the last word/, { selector: 'h2' })
  await sees(driver, /Start and run checks/, { selector: 'button' })
  await driver.press('Control+Enter')
  await sees(driver, /does not pass/)
}

async function walkPanes(driver: Driver): Promise<void> {
  const names: string[] = []
  const isThere = async () => {
    await driver.press('F6')
    names.push(await driver.inSite(focusedPane, null))
    return names.at(-1) === 'Code'
  }
  await until('F6 leads to the code', isThere, 5_000).catch((cause: unknown) => {
    throw new Error(`${String(cause)} It went to ${names.slice(0, 12).join(', ')}.`)
  })
  assert.ok(names.length <= 4, `the panes on the way: ${names.join(', ')}`)
  await until('the caret is in the file of the step', () => driver.inSite(isEditing, ACTIONS))
}

async function typeAnswer(driver: Driver): Promise<void> {
  await goToLine(driver, 8)
  await driver.press('End')
  await driver.press('Enter')
  await driver.type('refusedFormState,')
  await driver.press('Escape')
  await replaceLine(driver, 25, 'if (!outcome.ok) return refusedFormState(values, outcome.problem)')
  await driver.press('Control+Enter')
  await sees(driver, /3 of 3 checks pass/)
}

async function goOn(driver: Driver): Promise<void> {
  const isReading = async () => {
    await driver.press('Shift+F6')
    return (await driver.inSite(focusedPane, null)) === 'Read'
  }
  await until('Shift+F6 leads back to the text', isReading, 5_000)
  await driver.press('g')
  await driver.press('n')
  await until('the heading of the next step has the focus', () =>
    driver.inSite(
      (_: null) =>
        document.activeElement?.textContent.includes('Before the scripts arrive') ?? false,
      null,
    ),
  )
}

export const lessonJourney: Journey = {
  title: 'A step of lesson 4, by the keyboard alone',
  place: 4,
  // The step opens broken: its action throws, and Firefox leaves the message out of the line. What is half typed does not
  // compile.
  expected: new RegExp(
    `^console: Error |already|status of (500|409)|%o|Error:|Expected |Unexpected |actions/people\\.ts|${SLOW_START.source}|${LEFT_WHILE_LOADING.source}`,
  ),
  steps: [
    { says: 'Ctrl+Enter starts both ends and runs the checks: red', run: read },
    { says: 'F6 goes from pane to pane, into the editor', run: walkPanes },
    { says: 'The answer is typed, and Ctrl+Enter runs the checks: green', run: typeAnswer },
    { says: 'Shift+F6 leads back to the text, g n to the next step', run: goOn },
  ],
}
