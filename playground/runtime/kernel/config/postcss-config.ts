// The learner's postcss.config, found and read as Next does (next/dist/lib/find-config.js, build/webpack/config/blocks/css).
// Of its plugins one is known here, Tailwind's; any other is left out, and the console says so.
import { CompileError } from '../errors/compile-error.ts'
import { evaluateFile, type ConfigHost } from './evaluate-config.ts'

/** The first that is there counts. */
const FILES = [
  '/.postcssrc.json',
  '/postcss.config.json',
  '/.postcssrc.js',
  '/postcss.config.js',
  '/postcss.config.mjs',
  '/postcss.config.cjs',
  '/postcss.config.ts',
  '/postcss.config.mts',
] as const

const TAILWIND = '@tailwindcss/postcss'

export class PostcssConfig {
  private readonly host: ConfigHost
  private known: { readonly file: string; readonly text: string; names: Promise<boolean> } | null =
    null

  constructor(host: ConfigHost) {
    this.host = host
  }

  get file(): string | null {
    return FILES.find((path) => this.host.files.has(path)) ?? null
  }

  /** @throws CompileError, or what the file itself throws */
  namesTailwind(): Promise<boolean> {
    const { file } = this
    if (file === null) return Promise.resolve(false)
    const text = this.host.files.text(file) ?? ''
    if (this.known?.file !== file || this.known.text !== text)
      this.known = { file, text, names: this.read(file, text) }
    return this.known.names
  }

  private async read(file: string, text: string): Promise<boolean> {
    const config = file.endsWith('.json')
      ? parseJson(file, text)
      : await evaluateFile(this.host, file)
    const plugins = pluginNames(file, config)
    const unknown = plugins.filter((name) => name !== TAILWIND)
    if (unknown.length > 0)
      console.warn(
        `${file.slice(1)}: of PostCSS plugins the kernel knows only ${TAILWIND}. Left out: ${unknown.join(', ')}.`,
      )
    return plugins.includes(TAILWIND)
  }
}

/** Those that are not switched off by `false`. */
function pluginNames(file: string, config: unknown): string[] {
  const plugins: unknown = Object(config).plugins
  const fail = (message: string) => new CompileError({ file, message, place: null })
  if (typeof config === 'function')
    throw fail(
      'Your custom PostCSS configuration may not export a function. Please export a plain object instead.',
    )
  if (typeof plugins !== 'object' || plugins === null)
    throw fail('Your custom PostCSS configuration must export a `plugins` key.')
  const pairs: unknown[] = Array.isArray(plugins) ? plugins : Object.entries(plugins)
  return pairs.flatMap((one) => {
    const [name, options] = Array.isArray(one) ? one : [one, true]
    if (typeof name !== 'string')
      throw fail('A PostCSS Plugin must be provided as a string in your PostCSS configuration.')
    return options === false ? [] : [name]
  })
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new CompileError({ file, message, place: null })
  }
}
