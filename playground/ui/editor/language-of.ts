// Which language a file is in, for the editor and the colours.
export interface FileLanguage {
  /** Monaco's and Shiki's id. */
  readonly id: string
  /** For the status line. */
  readonly name: string
}

const BY_EXTENSION: Readonly<Record<string, FileLanguage>> = {
  ts: { id: 'typescript', name: 'TypeScript' },
  mts: { id: 'typescript', name: 'TypeScript' },
  tsx: { id: 'typescript', name: 'TypeScript JSX' },
  js: { id: 'javascript', name: 'JavaScript' },
  mjs: { id: 'javascript', name: 'JavaScript' },
  jsx: { id: 'javascript', name: 'JavaScript JSX' },
  py: { id: 'python', name: 'Python' },
  css: { id: 'css', name: 'CSS' },
  json: { id: 'json', name: 'JSON' },
  md: { id: 'markdown', name: 'Markdown' },
  html: { id: 'html', name: 'HTML' },
  svg: { id: 'html', name: 'SVG' },
  toml: { id: 'toml', name: 'TOML' },
}

const PLAIN: FileLanguage = { id: 'plaintext', name: 'Text' }

export function languageOf(path: string): FileLanguage {
  return BY_EXTENSION[path.slice(path.lastIndexOf('.') + 1)] ?? PLAIN
}
