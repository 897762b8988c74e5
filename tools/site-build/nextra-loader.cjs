// Nextra's own loader with fewer syntax grammars. Nextra loads about 300 of them in each loader worker, which costs
// 11 s before the first page; our pages use those below. A block in another language fails the build by name.
// It reaches into Nextra's files, so it holds for the pinned version only (4.6.1). Does not change how MDX compiles.
// @ts-check
const { createRequire } = require('node:module')
const { dirname, join } = require('node:path')
const { pathToFileURL } = require('node:url')

const LANGUAGES = [
  'bash',
  'css',
  'html',
  'http',
  'js',
  'json',
  'jsx',
  'mdx',
  'python',
  'sql',
  'toml',
  'ts',
  'tsx',
]

const nextraServer = dirname(require.resolve('nextra'))
const shikiOfNextra = createRequire(join(nextraServer, 'index.js')).resolve('shiki')

/** @type {Promise<void> | undefined} */
let limited

async function limitGrammars() {
  const { DEFAULT_REHYPE_PRETTY_CODE_OPTIONS } = await import(
    pathToFileURL(join(nextraServer, 'rehype-plugins', 'rehype.js')).href
  )
  const { createHighlighter } = await import(pathToFileURL(shikiOfNextra).href)
  /** @param {Record<string, unknown>} options */
  DEFAULT_REHYPE_PRETTY_CODE_OPTIONS.getHighlighter = async (options) => {
    const highlighter = await createHighlighter({ ...options, langs: LANGUAGES })
    // Without limit: on a busy machine a line that takes over half a second would lose its colours, and the same
    // source would give other pages.
    /** @type {typeof highlighter.codeToHtml} */
    const codeToHtml = (code, wanted) =>
      highlighter.codeToHtml(code, { ...wanted, tokenizeTimeLimit: 0 })
    return { ...highlighter, codeToHtml }
  }
}

/**
 * @this {{ async(): (error: unknown, code?: string) => void }}
 * @param {string} code
 */
module.exports = async function loader(code) {
  const callback = this.async()
  try {
    limited ??= limitGrammars()
    await limited
    const nextra = await import(pathToFileURL(join(nextraServer, 'loader.js')).href)
    callback(null, await nextra.loader.call(this, code))
  } catch (error) {
    callback(error)
  }
}
