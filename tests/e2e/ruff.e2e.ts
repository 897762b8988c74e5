// Ruff in the editor: it comes with the first change of a Python file, marks what is wrong, mends it, and formats by
// the workspace's own rules.
import { expect, test } from './support/kept-test.ts'
import { openPlayground } from './support/playground.ts'

const FILE = 'backend/half.py'
const WRITTEN = 'def half(number: int, digits: int) -> float:\n    return round(number/2, digits)\n'

test('an import that nothing uses is marked and mended, and the file is formatted', async ({
  page,
}) => {
  const wasm: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('ruff')) wasm.push(request.url())
  })
  const { bothEnds } = await openPlayground(page, { from: 'hello', start: false })
  const read = () => bothEnds((api, path) => api.read(path ?? ''), FILE)
  const write = (path: string, text: string) =>
    bothEnds((api, change) => api.write(change?.path ?? '', change?.text ?? ''), { path, text })
  await write(FILE, WRITTEN)
  await page.getByRole('treeitem', { name: 'half.py' }).click()
  const editor = page.getByRole('textbox', { name: /backend\/half\.py/ })
  await editor.focus()
  await editor.press('Control+Home')
  expect(wasm).toEqual([])
  await page.keyboard.type('import   secrets\n')
  await expect(page.locator('.squiggly-warning')).toBeVisible({ timeout: 30_000 })
  expect(wasm).not.toEqual([])

  await editor.press('Shift+Alt+F')
  await expect.poll(read).toBe(`import secrets\n\n\n${WRITTEN.replace('number/2', 'number / 2')}`)
  await editor.press('Control+Home')
  await editor.press('Control+.')
  await page.getByRole('option', { name: /Remove unused import/ }).click()
  await expect.poll(read).not.toContain('secrets')
  await expect(page.locator('.squiggly-warning')).toBeHidden()

  await write('backend/pyproject.toml', '[tool.ruff]\nline-length = 40\n')
  await editor.press('Shift+Alt+F')
  await expect.poll(read).toContain('def half(\n    number: int, digits: int\n) -> float:')
})
