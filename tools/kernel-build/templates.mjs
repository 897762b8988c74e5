// Next's ESM templates of an app page and a route handler, which its loaders expand per route. They travel inside
// toolchain.js, async lowered, because the handlers in them run requests.
// @ts-check
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transform } from 'esbuild'
import { NEXT_DIST, TARGETS } from './bundles.mjs'
import { LOWERED_ASYNC } from './lowered-async.mjs'

const NAMES = ['app-page', 'app-route']

/** @returns {Promise<Record<string, string>>} source by template name */
export async function readTemplates() {
  return Object.fromEntries(
    await Promise.all(NAMES.map(async (name) => [name, await readTemplate(name)])),
  )
}

/** The lines `// INJECT:name` are comments that Next replaces; esbuild would drop them. @param {string} name */
async function readTemplate(name) {
  const source = readFileSync(join(NEXT_DIST, 'esm', 'build', 'templates', `${name}.js`), 'utf8')
  const marked = source.replace(
    /\/\/ (INJECT|OPTIONAL_IMPORT):(.*)/g,
    (_, kind, rest) => `__marker(${JSON.stringify(`${kind}:${rest}`)});`,
  )
  const { code } = await transform(marked, {
    format: 'esm',
    target: TARGETS,
    supported: LOWERED_ASYNC,
  })
  return code.replace(/__marker\("([^"]+)"\);/g, '// $1').replace(/^\/\/# sourceMappingURL.*$/m, '')
}
