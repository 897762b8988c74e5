// What TypeScript says of a file, asked by a check of a lesson: with Next's own types, and before anybody typed.
import type { Page } from '@playwright/test'
import { expect, test } from './support/kept-test.ts'
import { openLesson } from './support/lesson.ts'

const PAGE = 'frontend/app/people/[id]/page.tsx'
/** In place of the lesson's own, which need no types. */
const CHECKS = `export const checks = {
  await: [{ name: 'TypeScript agrees', run: ({ types }) => types.agree('${PAGE}') }],
}`

test.use({ expectedErrors: /./ })
test.setTimeout(120_000)

/** `teams` is an object: TypeScript knows that from the workspace alone. */
const LINES = `export const checks = {
  await: [{
    name: 'Its own lines are asked about',
    async run({ types, equal }) {
      const text = "import { teams } from '@/lib/teams'\\nexport const count: number = teams"
      const problems = await types.problemsOf(text)
      equal('the problems', { expected: [[2322, 2]], got: problems.map(({ code, line }) => [code, line]) })
    },
  }],
}`

async function openWithTypes(page: Page, checks = CHECKS) {
  await page.route('**/lessons/02-params/checks.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: checks }),
  )
  return openLesson(page, { slug: '02-params', step: 'await' })
}

test('a check shows the first error of TypeScript, and leads to its line', async ({ page }) => {
  const { bothEnds, run } = await openWithTypes(page)
  expect(await run()).toEqual([expect.stringMatching(/^passes/)])
  await bothEnds(async (api, path) => {
    const text = String(await api.read(path))
    const wrong = "const count: number = 'one'\n  const { notice }"
    await api.write(path, text.replace('const { notice }', wrong))
  }, PAGE)
  expect(await run()).toEqual([
    expect.stringMatching(/error TS2322: “Type 'string' is not assignable to type 'number'.”/),
  ])
  await page.getByRole('button', { name: `Go to ${PAGE}, line` }).click()
  await expect(page.getByText(/^Ln 22, Col 9/)).toBeVisible()
})

test('it knows the routes of the workspace, which Next makes types of', async ({ page }) => {
  const { bothEnds, run } = await openWithTypes(page)
  await bothEnds(async (api, path) => {
    await api.write(
      path,
      `export default async function Page({ params }: PageProps<'/people/[id]'>) {
  const { name } = await params
  return <p>{name}</p>
}`,
    )
  }, PAGE)
  expect(await run()).toEqual([
    expect.stringMatching(/error TS2339: “Property 'name' does not exist/),
  ])
})

test('lines of a check’s own see the workspace, which does not get them', async ({ page }) => {
  const { bothEnds, run } = await openWithTypes(page, LINES)
  expect(await run()).toEqual([expect.stringMatching(/^passes/)])
  // Asked once more under the same name: nothing was left behind.
  expect(await run()).toEqual([expect.stringMatching(/^passes/)])
  expect(await bothEnds((api) => api.files())).not.toContain('frontend/asked-by-a-check.ts')
})
