// The lesson page over the fake engine, at a phone's width: what a learner can do with a step, without a site.
import { StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { MismatchError } from '../../lessons/checks/mismatch.ts'
import { createLessonRun } from '../../lessons/lesson-run.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { createProgress } from '../../lessons/progress.ts'
import { stepStarter } from '../../lessons/step-files.ts'
import type { Files } from '../../runtime/wire/files.ts'
import { createWorkspace } from '../../runtime/workspace/create-workspace.ts'
import { createPlaygroundSession } from '../../session/create-session.ts'
import { SessionProvider } from '../store/session-context.tsx'
import { createViewStore } from '../store/view-store.ts'
import { createWireStore } from '../store/wire-store.ts'
import { StepTools } from '../steps/StepTools.tsx'
import { createFakeEngine } from '../testing/fake-engine.ts'
import { LessonProvider } from './lesson-context.tsx'
import { LessonWorkbench } from './LessonWorkbench.tsx'

// Monaco is not looked at here, and Vite takes its modules apart in a way that it does not bear.
vi.mock('../editor/MonacoEditor.tsx', () => ({ MonacoEditor: () => null }))

const PAGE = 'frontend/app/page.tsx'
const LIB = 'frontend/lib/api.ts'
const base = { [PAGE]: 'right\n', [LIB]: 'lib\n' }
const step = (id: string, title: string, starter: Files) => ({
  id,
  title,
  open: PAGE,
  path: '/',
  starter,
  solution: { [PAGE]: 'right\n' },
})
const lesson: Lesson = {
  slug: '02-params',
  number: 2,
  title: 'Params',
  idea: 'One.',
  base: 'directory',
  steps: [
    step('await', 'Wait', { [PAGE]: 'broken\n' }),
    step('check', 'Check', { [PAGE]: 'broken again\n', [LIB]: 'slow\n' }),
  ],
}

function open() {
  const workspace = createWorkspace({
    starter: stepStarter(lesson, base, 0),
    edits: {},
    keptVersions: [],
    draft: { read: () => null, write: () => undefined },
    versions: { read: async () => [], write: async () => undefined },
  })
  const session = createPlaygroundSession({
    workspace,
    createEngine: async () => createFakeEngine({ stageMs: 0 }),
    loadStarter: async () => stepStarter(lesson, base, 0),
  })
  const check = {
    name: 'The page is right',
    async run() {
      const got = String(workspace.read(PAGE)).trim()
      if (got !== 'right')
        throw new MismatchError({ expected: 'right', got, where: { type: 'page', path: '/users' } })
    },
  }
  const progress = createProgress({ read: () => null, write: () => undefined })
  const checks = { await: [check], check: [check] }
  return {
    session,
    run: createLessonRun({ lesson, base, checks, session, readTypes: async () => [], progress }),
  }
}

let root: Root
let opened: ReturnType<typeof open>

beforeEach(async () => {
  window.history.replaceState(null, '', window.location.pathname)
  opened = open()
  const place = document.createElement('div')
  document.body.append(place)
  root = createRoot(place)
  const { session, run } = opened
  root.render(
    <StrictMode>
      <SessionProvider
        session={session}
        view={createViewStore(PAGE, { view: 'read', split: 'code' })}
        wire={createWireStore()}
      >
        <LessonProvider run={run}>
          <LessonWorkbench trailing={null} onStep={() => undefined}>
            {lesson.steps.map(({ id, title }) => (
              <section key={id} id={id}>
                <h2 tabIndex={-1}>{title}</h2>
                <StepTools step={id} />
              </section>
            ))}
          </LessonWorkbench>
        </LessonProvider>
      </SessionProvider>
    </StrictMode>,
  )
  await vi.waitFor(() => page.getByRole('list', { name: 'Checks' }).element())
})

afterEach(async () => {
  root.unmount()
  opened.run.close()
  await opened.session.close()
  document.body.replaceChildren()
})

const checkItem = () => page.getByRole('list', { name: 'Checks' }).getByRole('listitem')
const runChecks = () =>
  page
    .getByRole('button', { name: /checks$/i })
    .first()
    .click()

describe('a step', () => {
  test('says what was expected, what was got, and how many pass', async () => {
    await expect.element(checkItem()).toHaveTextContent('not run: The page is right')
    await runChecks()
    await expect
      .element(checkItem())
      .toHaveTextContent(/does not pass.*expected.*right.*got.*broken/)
    await expect.element(page.getByText('0 of 1 checks pass').first()).toBeInTheDocument()
    await expect
      .element(page.getByRole('button', { name: /Open \/users in the preview/ }))
      .toBeVisible()
  })

  test('shows the solution as a difference, writes it when asked, and leads on', async () => {
    await page.getByRole('button', { name: 'Solution…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Solution of step 1' })
    await expect.element(dialog).toHaveTextContent(/removed: broken.*added: right/)
    expect(opened.session.workspace.read(PAGE)).toBe('broken\n')
    await dialog.getByRole('button', { name: 'Use this file' }).click()
    await expect.element(dialog).not.toBeInTheDocument()
    expect(opened.session.workspace.read(PAGE)).toBe('right\n')
    await runChecks()
    await expect.element(page.getByText('All checks pass.')).toBeVisible()
    await expect.element(page.getByRole('link', { name: 'Step 1 of 2: Wait, done' })).toBeVisible()
  })

  test('one Escape closes the solution', async () => {
    await page.getByRole('button', { name: 'Solution…' }).click()
    await expect.element(page.getByRole('dialog')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  })

  test('resets with a question, and Undo brings the work back', async () => {
    opened.session.workspace.write({ [PAGE]: 'mine\n' })
    await page.getByRole('button', { name: 'Reset…' }).click()
    await expect
      .element(page.getByRole('alertdialog'))
      .toHaveTextContent('Put the files back to the start of step 1?')
    await page.getByRole('button', { name: 'Reset', exact: true }).click()
    await expect.poll(() => opened.session.workspace.read(PAGE)).toBe('broken\n')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => opened.session.workspace.read(PAGE)).toBe('mine\n')
  })
})

describe('going on', () => {
  test('focus goes to the heading of the step, and the bar says which it is', async () => {
    await page.getByRole('link', { name: 'Step 2: Check' }).click()
    await expect.element(page.getByRole('heading', { name: 'Check' })).toHaveFocus()
    await expect
      .element(page.getByRole('link', { name: 'Step 2 of 2: Check' }))
      .toHaveAttribute('aria-current', 'step')
    expect(opened.session.workspace.read(PAGE)).toBe('broken again\n')
  })

  test('a file of the learner’s is kept, compared, and replaced only when they say so', async () => {
    opened.session.workspace.write({ [PAGE]: 'mine\n' })
    await page.getByRole('link', { name: 'Step 2: Check' }).click()
    await page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('button', { name: 'Code' })
      .click()
    await expect.element(page.getByText('Step 2 brings its own page.tsx.')).toBeVisible()
    expect(opened.session.workspace.read(PAGE)).toBe('mine\n')
    await page.getByRole('button', { name: 'Compare' }).click()
    await expect
      .element(page.getByRole('dialog'))
      .toHaveTextContent(/removed: mine.*added: broken again/)
    await page.getByRole('dialog').getByRole('button', { name: 'Use step 2’s' }).click()
    expect(opened.session.workspace.read(PAGE)).toBe('broken again\n')
    await expect.element(page.getByText('brings its own')).not.toBeInTheDocument()
  })

  test('several files are one question, answered for all of them from the keyboard', async () => {
    opened.session.workspace.write({ [PAGE]: 'mine\n', [LIB]: 'my lib\n' })
    await page.getByRole('link', { name: 'Step 2: Check' }).click()
    await page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('button', { name: 'Code' })
      .click()
    await expect.element(page.getByText('Step 2 brings its own page.tsx and api.ts.')).toBeVisible()
    const keepMine = page.getByRole('button', { name: 'Keep mine' })
    keepMine.element().focus()
    await userEvent.keyboard('{Tab}{Tab}{Enter}')
    const dialog = page.getByRole('dialog', { name: 'Your files, and those of step 2' })
    await expect
      .element(dialog.getByRole('region', { name: PAGE }))
      .toHaveTextContent(/mine.*broken/)
    await expect
      .element(dialog.getByRole('region', { name: LIB }))
      .toHaveTextContent(/my lib.*slow/)
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog).not.toBeInTheDocument()
    keepMine.element().focus()
    await userEvent.keyboard('{Tab}{Enter}')
    expect(opened.session.workspace.get().files).toEqual({
      [PAGE]: 'broken again\n',
      [LIB]: 'slow\n',
    })
    await expect.element(page.getByText('brings its own')).not.toBeInTheDocument()
  })

  test('the preview keeps its size while another view is shown: checks look at it', async () => {
    const preview = document.querySelector('[data-pane="preview"]')
    expect(preview?.getBoundingClientRect().width).toBeGreaterThan(200)
    expect(preview && getComputedStyle(preview).opacity).toBe('0')
    expect(preview?.matches('[inert]')).toBe(true)
  })
})

describe('at the width of a tablet', () => {
  beforeEach(() => page.viewport(1024, 768))
  afterEach(() => page.viewport(414, 896))

  test('code alone fills the room beside the text', async () => {
    const width = (name: string) =>
      document.querySelector(`[data-pane="${name}"]`)?.getBoundingClientRect().width ?? 0
    await expect.poll(() => width('code')).toBeGreaterThan(600)
    await page.getByRole('radio', { name: 'Side by side' }).click()
    await expect.poll(() => width('code')).toBeLessThan(400)
    await expect.poll(() => width('preview')).toBeGreaterThan(240)
  })
})
