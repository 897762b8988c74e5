// The directory at /play: started, used, edited on both ends by typing, broken and mended.
import assert from 'node:assert/strict'
import { SLOW_START } from '../../e2e/support/playground.ts'
import {
  button,
  fillInApp,
  lineOf,
  openFile,
  PATIENCE,
  replaceLine,
  sees,
  seesNoMore,
  tapInApp,
  tapOn,
  until,
  whenWireIsQuiet,
} from '../acts.ts'
import type { Driver } from '../driver.ts'
import { chooseOption } from '../in-page.ts'
import { startSteps } from '../smoke-steps.mjs'
import { LEFT_WHILE_LOADING, type Journey, type Step } from './journey.ts'

const LIST = 'frontend/app/(list)/page.tsx'
const EMAIL_FIELD = 'frontend/components/email-field.tsx'
const PEOPLE = 'backend/app/routers/people.py'
const TAKEN = 'ada.osei@example.com'
const REFUSAL = 'Somebody here has this address already.'
const NEW_REFUSAL = 'This address has an owner.'

async function openSite(driver: Driver): Promise<void> {
  await driver.open('/')
  await sees(driver, /Next\.js and FastAPI, both ends/, { selector: 'h1' })
  await tapOn(driver, { selector: 'a[href^="/docs"]', name: 'How it works' })
  await sees(driver, /^How it works/, { selector: 'h1' })
  await driver.open('/')
  await tapOn(driver, { selector: 'a[href="/play/"]', name: 'Open the playground' })
  await until('the playground is there', () =>
    driver.inSite((_: null) => window.bothEnds !== undefined, null),
  )
  await tapOn(driver, button('^Run$'))
  await sees(driver, /Restart/, { selector: 'button' })
}

async function seeRows(driver: Driver): Promise<void> {
  const { rows } = await driver.call('query', 'select name from people order by name, id limit 1')
  await driver.shows(String(rows[0]?.[0]), PATIENCE)
}

async function fillForm(driver: Driver, email: string): Promise<void> {
  await fillInApp(driver, '#name', 'Ada Byron')
  await fillInApp(driver, '#email', email)
  await fillInApp(driver, '#title', 'Analyst')
  // A list of options is drawn by the system: no pointer of a program reaches it.
  await driver.inPreview(chooseOption, { selector: '#team', value: 'engineering' })
  await tapInApp(driver, { selector: 'button[type=submit]', name: 'Add to the directory' })
}

async function submitForm(driver: Driver): Promise<void> {
  await driver.shows(/people in all/, PATIENCE)
  await tapInApp(driver, { selector: 'a', name: 'Add a person' })
  await fillForm(driver, 'ada.byron@example.com')
  await driver.shows('Added to the directory.', PATIENCE)
  const { rows } = await driver.call(
    'query',
    "select name, title from people where email = 'ada.byron@example.com'",
  )
  assert.deepEqual(rows, [['Ada Byron', 'Analyst']])
}

async function followHops(driver: Driver): Promise<void> {
  const trace = await driver.call('trace')
  const action = trace.find(({ hops }) =>
    hops.some((hop) => hop.type === 'http' && hop.kind === 'action'),
  )
  const places = action?.hops.map(({ from, to }) => `${from} → ${to}`) ?? []
  for (const hop of ['browser → next', 'next → fastapi', 'fastapi → sql'])
    assert.ok(places.includes(hop), `${hop} is in ${places.join(', ')}`)
  await whenWireIsQuiet(driver)
  await tapOn(driver, { selector: '[role="row"]', name: 'POST' })
  await sees(driver, /The page called a server action on \/people\/new/)
  await tapOn(driver, button('Back to the list'))
}

async function editServerComponent(driver: Driver): Promise<void> {
  await driver.call('goto', '/')
  await driver.inSite((_: null) => document.documentElement.setAttribute('data-mark', 'kept'), null)
  await openFile(driver, LIST)
  const line = await lineOf(driver, LIST, '<h1>People</h1>')
  await replaceLine(driver, line, '<h1>Colleagues</h1>')
  await driver.shows('Colleagues', PATIENCE)
}

async function editClientComponent(driver: Driver): Promise<void> {
  await driver.call('goto', '/people/new')
  await fillInApp(driver, '#email', TAKEN)
  await driver.shows(REFUSAL, PATIENCE)
  await openFile(driver, EMAIL_FIELD)
  const line = await lineOf(driver, EMAIL_FIELD, 'label="E-mail"')
  await replaceLine(driver, line, 'label="Post box"')
  await driver.shows('Post box', PATIENCE)
  // What only its state knows is still said, and what was typed stands there.
  await driver.shows(REFUSAL)
  const typed = await driver.inPreview(
    (_: null) => document.querySelector<HTMLInputElement>('#email')?.value,
    null,
  )
  assert.equal(typed, TAKEN)
}

async function editPython(driver: Driver): Promise<void> {
  await openFile(driver, PEOPLE)
  const line = await lineOf(driver, PEOPLE, REFUSAL)
  await replaceLine(driver, line, `raise FieldConflict("email", "${NEW_REFUSAL}") from error`)
  await until('FastAPI answers with the new text', () => isRefusedAnew(driver))
  await driver.call('goto', '/people/new')
  await fillForm(driver, TAKEN)
  await driver.shows(NEW_REFUSAL, PATIENCE)
  const mark = await driver.inSite(
    (_: null) => document.documentElement.getAttribute('data-mark'),
    null,
  )
  assert.equal(mark, 'kept', 'the site was never loaded again')
}

async function isRefusedAnew({ call }: Driver): Promise<boolean> {
  const person = { name: 'Twice', email: TAKEN, title: 'Copy', team: 'engineering' }
  const answer = await call('request', {
    host: 'backend',
    method: 'POST',
    path: '/api/people',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(person),
  })
  return answer.body.includes(NEW_REFUSAL)
}

/** Breaks a file by one change, sees who says so and where, mends it. */
function breakAndMend(path: string, by: readonly [string, string], said: RegExp) {
  return async (driver: Driver): Promise<void> => {
    await driver.call('goto', '/')
    const good = String(await driver.call('read', path))
    const broken = good.replace(...by)
    assert.notEqual(broken, good)
    const { errors } = await driver.call('write', path, broken)
    assert.equal(errors[0]?.place?.file, path)
    await sees(driver, said)
    const mended = await driver.call('write', path, good)
    assert.deepEqual(mended.errors, [])
    await seesNoMore(driver, said)
    await driver.shows('Colleagues', PATIENCE)
  }
}

const steps: readonly Step[] = [
  {
    says: 'The landing page leads to the docs and to the playground; Run starts both ends',
    run: openSite,
  },
  ...startSteps.map(({ name, run }) => ({ says: name, run })),
  { says: 'The list has the first name of the table', run: seeRows },
  { says: 'A form is filled in and sent; its row is in the table', run: submitForm },
  { says: 'The wire shows the hops of the form, from the page to SQL', run: followHops },
  { says: 'A server component is edited by typing, and seen', run: editServerComponent },
  { says: 'A client component is edited by typing, its state kept', run: editClientComponent },
  {
    says: 'A Python file is edited by typing, and a form is refused in its words',
    run: editPython,
  },
  {
    says: 'A syntax error in a page is named with its file, and mended',
    run: breakAndMend(
      LIST,
      ['return (', 'return ((('],
      /Next\.js reports an error in frontend\/app\/\(list\)\/page\.tsx/,
    ),
  },
  {
    says: 'A syntax error in Python is named with its file, and mended',
    run: breakAndMend(
      PEOPLE,
      ['def _find(', 'def _find(('],
      /FastAPI reports an error in backend\/app\/routers\/people\.py/,
    ),
  },
]

export const directoryJourney: Journey = {
  title: 'The playground',
  place: 1,
  // The broken files, and the first page on a machine where Python starts late.
  expected: new RegExp(
    `Expected |,-\\[/|Unexpected |Syntax|status of 500|Module|%o|${SLOW_START.source}|${LEFT_WHILE_LOADING.source}`,
  ),
  steps,
}
