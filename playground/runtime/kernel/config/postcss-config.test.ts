import { expect, test, vi } from 'vitest'
import { linkModule } from '../link/link.ts'
import { PostcssConfig } from './postcss-config.ts'

/** No SWC: these files are plain JavaScript. */
const compile = async (_file: string, text: string) => {
  const linked = linkModule(text, { awaitAsYield: true, environment: {} })
  return { linked, actions: null, clientExports: null }
}
const configOf = (texts: Record<string, string>) => {
  const files = { has: (path: string) => path in texts, text: (path: string) => texts[path] }
  return new PostcssConfig({ files, compiler: { compile }, findFile: () => null })
}

test.each([
  ['/postcss.config.mjs', `export default { plugins: { '@tailwindcss/postcss': {} } }`],
  [
    '/postcss.config.mjs',
    `const config = { plugins: ['@tailwindcss/postcss'] }\nexport default config`,
  ],
  [
    '/postcss.config.js',
    `module.exports = { plugins: [['@tailwindcss/postcss', { optimize: false }]] }`,
  ],
  ['/.postcssrc.json', `{ "plugins": { "@tailwindcss/postcss": true } }`],
])('%s: %s names Tailwind', async (file, text) => {
  const config = configOf({ [file]: text })
  expect(config.file).toBe(file)
  expect(await config.namesTailwind()).toBe(true)
})

test('no config, an empty one, and a plugin that is switched off', async () => {
  expect(await configOf({}).namesTailwind()).toBe(false)
  const off = `export default { plugins: { '@tailwindcss/postcss': false } }`
  for (const text of ['export default { plugins: {} }', off])
    expect(await configOf({ '/postcss.config.mjs': text }).namesTailwind()).toBe(false)
})

test('another content is read anew', async () => {
  const texts = { '/postcss.config.json': '{ "plugins": {} }' }
  const config = configOf(texts)
  expect(await config.namesTailwind()).toBe(false)
  texts['/postcss.config.json'] = '{ "plugins": ["@tailwindcss/postcss"] }'
  expect(await config.namesTailwind()).toBe(true)
})

test('other plugins are left out, and the console says which', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const text = '{ "plugins": { "@tailwindcss/postcss": {}, "autoprefixer": {} } }'
  expect(await configOf({ '/.postcssrc.json': text }).namesTailwind()).toBe(true)
  expect(warn.mock.calls).toEqual([[expect.stringContaining('Left out: autoprefixer.')]])
  warn.mockRestore()
})

test.each([
  ['export default {}', 'must export a `plugins` key'],
  ['export default () => ({ plugins: {} })', 'may not export a function'],
  ['export default { plugins: [() => {}] }', 'must be provided as a string'],
])('%s fails as in Next', async (text, message) => {
  await expect(configOf({ '/postcss.config.mjs': text }).namesTailwind()).rejects.toThrow(message)
})
