// Ruff in the editor: it comes with the first change of a Python file, marks what is wrong, mends it, and formats.
import { expect, test } from './support/test.ts'
import { openPlayground } from './support/playground.ts'

test('an import that nothing uses is marked and mended, and the file is formatted', async ({
  page,
}) => {
  const wasm: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('ruff')) wasm.push(request.url())
  })
  const { bothEnds } = await openPlayground(page, { from: 'hello', start: false })
  const read = () => bothEnds((api) => api.read('backend/main.py'))
  const before = await read()
  await page.getByRole('treeitem', { name: 'main.py' }).click()
  const editor = page.getByRole('textbox', { name: /backend\/main\.py/ })
  await editor.focus()
  await editor.press('Control+Home')
  expect(wasm).toEqual([])
  await page.keyboard.type('import   secrets\n')
  await expect(page.locator('.squiggly-warning')).toBeVisible({ timeout: 30_000 })
  expect(wasm).not.toEqual([])

  await editor.press('Shift+Alt+F')
  await expect.poll(read).toContain('import secrets\n')
  await editor.press('Control+Home')
  await editor.press('Control+.')
  await page.getByRole('option', { name: /Remove unused import/ }).click()
  await expect.poll(read).toBe(before)
  await expect(page.locator('.squiggly-warning')).toBeHidden()
})
