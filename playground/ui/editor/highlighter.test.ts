import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHighlighterCore } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import { expect, test } from 'vitest'
import { highlightLines, lineColourer, loadHighlighter } from './highlighter.ts'
import { createLineColours } from './line-colours.ts'
import { THEMES } from './themes.ts'

const EXAMPLES = join(import.meta.dirname, '../../../examples')

function filesOf(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (/^(node_modules|\.next|\.venv|dist)$/.test(entry.name)) return []
    if (entry.isDirectory()) return filesOf(path, ending)
    return ending.test(entry.name) ? [path] : []
  })
}

test('the grammar that was compiled ahead colours the examples as the one it was made of', async () => {
  const plain = await createHighlighterCore({
    engine: createJavaScriptRegexEngine({ forgiving: true }),
    themes: [import('shiki/themes/github-light-high-contrast.mjs')],
    langs: [import('shiki/langs/tsx.mjs')],
  })
  const ours = await loadHighlighter()
  const files = filesOf(EXAMPLES, /\.tsx?$/)
  expect(files.length).toBeGreaterThan(50)
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    const { tokens } = plain.codeToTokens(text, { lang: 'tsx', theme: THEMES.light })
    const expected = tokens.map((line) =>
      line.map(({ content, color }) => ({ text: content, colour: color })),
    )
    expect(highlightLines(ours, text, 'typescript', false), file).toEqual(expected)
  }
  // Every file twice: seconds, on a machine that builds beside it.
}, 60_000)

test.each(['typescript', 'python', 'css'])(
  '%s, line by line and as a whole: the same',
  async (language) => {
    const ending = { typescript: /page\.tsx$/, python: /main\.py$/, css: /globals\.css$/ }[language]
    const [file] = filesOf(join(EXAMPLES, 'directory'), ending ?? /$^/)
    const text = readFileSync(file ?? '', 'utf8')
    const highlighter = await loadHighlighter()
    const colour = lineColourer(highlighter, language, true)
    if (!colour) throw new Error(`No grammar for ${language}.`)
    const colours = createLineColours(colour)
    colours.linesOf(text)
    while (colours.work(1000)) continue
    const lines = colours.linesOf(text).map(({ parts }) => parts)
    expect(lines).toEqual(highlightLines(highlighter, text, language, true))
  },
)

test('a language without a grammar has no colours', async () => {
  expect(lineColourer(await loadHighlighter(), 'markdown', true)).toBeNull()
})
