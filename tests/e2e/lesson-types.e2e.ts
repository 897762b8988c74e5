// What TypeScript says of a file, asked by a check of a lesson: with Next's own types, and before anybody typed.
import { expect, test } from './support/test.ts'
import { openLesson } from './support/lesson.ts'

const PAGE = 'frontend/app/people/[id]/page.tsx'

test.use({ expectedErrors: /./ })

test('a check shows the first error of TypeScript, and leads to its line', async ({ page }) => {
  const lesson = await openLesson(page, { slug: '02-params', step: 'await' })
  await lesson.bothEnds(async (api, path) => {
    const text = await api.read(path)
    const wrong = String(text).replace(
      'const { notice }',
      "const count: number = 'one'\n  const { notice }",
    )
    await api.write(path, wrong)
  }, PAGE)
  const said = await lesson.run()
  expect(said.at(-1)).toContain('TypeScript agrees with the page')
  expect(said.at(-1)).toMatch(/error TS2322: “Type 'string' is not assignable to type 'number'.”/)
  await page.getByRole('button', { name: `Go to ${PAGE}, line` }).click()
  await expect(page.getByText(/^Ln 22, Col 9/)).toBeVisible()
})

test('it knows the routes of the workspace, which Next makes types of', async ({ page }) => {
  const lesson = await openLesson(page, { slug: '02-params', step: 'await' })
  await lesson.bothEnds(async (api, path) => {
    await api.write(
      path,
      `export default async function Page({ params }: PageProps<'/people/[id]'>) {
  const { name } = await params
  return <p>{name}</p>
}`,
    )
  }, PAGE)
  const said = await lesson.run()
  expect(said.at(-1)).toMatch(/error TS2339: “Property 'name' does not exist/)
})
