// The editor knows the types of React, of Next, and of the other files: what is wrong is marked, a definition is found.
import { expect, test } from './support/kept-test.ts'
import { openPlayground } from './support/playground.ts'

const CARD = `export function Card({ likes }: { readonly likes: number }) {
  return <p>{likes}</p>
}
`
const page = (likes: string) => `import { Card } from './card'

export default function Page(_: PageProps<'/'>) {
  return <Card likes={${likes}} />
}
`

test('a wrong type in another file’s component is marked, and its definition opens', async ({
  page: site,
}) => {
  const requests: string[] = []
  site.on('request', (request) => void requests.push(new URL(request.url()).pathname))
  const { bothEnds } = await openPlayground(site, { from: 'hello' })
  const write = (path: string, text: string) =>
    bothEnds((api, change) => api.write(change?.path ?? '', change?.text ?? ''), { path, text })
  await write('frontend/app/card.tsx', CARD)
  await write('frontend/app/page.tsx', page('1'))
  const editor = site.getByRole('textbox', { name: /frontend\/app\/page\.tsx/ })
  await expect(editor).toBeAttached()
  expect(requests, 'types come when somebody writes').not.toContain('/types/types.json')

  await editor.focus()
  await write('frontend/app/page.tsx', page(`'many'`))
  await expect(site.locator('.squiggly-error')).toBeVisible({ timeout: 30_000 })
  expect(requests).toContain('/types/types.json')
  await write('frontend/app/page.tsx', page('2'))
  await expect(site.locator('.squiggly-error')).toBeHidden({ timeout: 30_000 })

  await editor.press('Control+Home')
  for (let step = 0; step < 10; step += 1) await editor.press('ArrowRight')
  await editor.press('F12')
  await expect(site.getByRole('textbox', { name: /frontend\/app\/card\.tsx/ })).toBeAttached()
})
