// Shiki with the JavaScript regex engine: the same colours as the prose, for Monaco and for the plain editor. Loaded
// with the editor, never before. Grammars are the ones a workspace uses.
import { createHighlighterCore, type HighlighterCore, type ThemeRegistration } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
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
      import('shiki/langs/tsx.mjs'),
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
  return tokens.map((line) => line.map(({ content, color }) => ({ text: content, colour: color })))
}

/** HTML of a `pre`, or null for a language without a grammar. */
export function highlight(
  highlighter: HighlighterCore,
  text: string,
  language: string,
  dark: boolean,
): string | null {
  const lang = GRAMMARS[language]
  if (lang === undefined) return null
  return highlighter.codeToHtml(text, { lang, theme: dark ? THEMES.dark : THEMES.light })
}
