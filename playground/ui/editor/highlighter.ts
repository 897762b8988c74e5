// Shiki with the JavaScript regex engine: the same colours as the prose, for Monaco and for the plain editor. Loaded
// with the editor, never before. Grammars are the ones a workspace uses.
import {
  createHighlighterCore,
  type GrammarState,
  type HighlighterCore,
  type ThemedToken,
  type ThemeRegistration,
} from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import type { ColourLine } from './line-colours.ts'
import { THEMES } from './themes.ts'

/** Our ids (language-of.ts) and Shiki's: its TypeScript grammar knows no JSX, and the TSX one knows both. */
const GRAMMARS: Readonly<Record<string, string>> = {
  typescript: 'tsx',
  javascript: 'tsx',
  python: 'python',
  css: 'css',
  json: 'json',
  html: 'html',
  toml: 'toml',
}

let loading: Promise<HighlighterCore> | null = null

export function loadHighlighter(): Promise<HighlighterCore> {
  loading ??= createHighlighterCore({
    engine: createJavaScriptRegexEngine({ forgiving: true }),
    themes: [
      import('shiki/themes/github-light-high-contrast.mjs').then(({ default: theme }) =>
        onOurPane(theme, '#ffffff', '#e4e8ff'),
      ),
      import('shiki/themes/github-dark-high-contrast.mjs').then(({ default: theme }) =>
        onOurPane(theme, '#12182f', '#263169'),
      ),
    ],
    langs: [
      loadTsx(),
      import('shiki/langs/python.mjs'),
      import('shiki/langs/css.mjs'),
      import('shiki/langs/json.mjs'),
      import('shiki/langs/html.mjs'),
      import('shiki/langs/toml.mjs'),
    ],
    langAlias: { typescript: 'tsx', javascript: 'tsx' },
  })
  return loading
}

/**
 * With its patterns compiled ahead: the first file has its colours in a third of the time. The other precompiled grammars
 * colour wrongly (after a docstring, a Python file is a string to its end), so they are not used.
 */
function loadTsx() {
  // A browser before the `v` flag of regular expressions (Safari 16) cannot read that file.
  return import('@shikijs/langs-precompiled/tsx').catch(() => import('shiki/langs/tsx.mjs'))
}

/** The theme's colours of code on the colours of our panes (tokens.module.css). */
function onOurPane(
  theme: ThemeRegistration,
  background: string,
  selection: string,
): ThemeRegistration {
  return {
    ...theme,
    bg: background,
    colors: {
      ...theme.colors,
      'editor.background': background,
      'editorGutter.background': background,
      'editor.lineHighlightBackground': `${selection}55`,
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': selection,
      'editorStickyScroll.background': background,
    },
  }
}

export interface ColouredPart {
  readonly text: string
  readonly colour: string | undefined
}

/** The same colours line by line; null for a language without a grammar. */
export function highlightLines(
  highlighter: HighlighterCore,
  text: string,
  language: string,
  dark: boolean,
): readonly (readonly ColouredPart[])[] | null {
  const lang = GRAMMARS[language]
  if (lang === undefined) return null
  const theme = dark ? THEMES.dark : THEMES.light
  const { tokens } = highlighter.codeToTokens(text, { lang, theme })
  return tokens.map((line) => line.map(toPart))
}

/** Colours a language line by line; null for one without a grammar. */
export function lineColourer(
  highlighter: HighlighterCore,
  language: string,
  dark: boolean,
): ColourLine<GrammarState> | null {
  const lang = GRAMMARS[language]
  if (lang === undefined) return null
  const theme = dark ? THEMES.dark : THEMES.light
  return (text, before) => {
    const options = before ? { lang, theme, grammarState: before } : { lang, theme }
    const { tokens, grammarState } = highlighter.codeToTokens(text, options)
    if (!grammarState) throw new Error(`Shiki has lost where it stood in ${lang}.`)
    return { parts: (tokens[0] ?? []).map(toPart), after: grammarState }
  }
}

function toPart({ content, color }: ThemedToken): ColouredPart {
  return { text: content, colour: color }
}
