// @swc/helpers as modules of the tables: compiled code imports `@swc/helpers/_/<name>`, whichever the layer. Result: text
// of `var __swcHelpers = …` with `createModules()`.
// @ts-check
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { BROWSER_BUNDLE, NODE_MODULES } from './bundles.mjs'

export async function bundleSwcHelpers() {
  const names = readdirSync(join(NODE_MODULES, '@swc', 'helpers', 'esm'))
    .filter((file) => file.endsWith('.js') && file !== 'index.js')
    .map((file) => file.slice(0, -'.js'.length))
    .sort()
  const contents = [
    ...names.map(
      (name, index) => `import * as h${index} from ${JSON.stringify(`@swc/helpers/_/${name}`)}`,
    ),
    `const helpers = {${names.map((name, index) => `${JSON.stringify(name)}: h${index}`).join(',')}}`,
    'export const createModules = () => Object.fromEntries(Object.keys(helpers).map((name) =>',
    "  ['@swc/helpers/_/' + name, (module) => { module.exports = helpers[name] }]))",
  ].join('\n')
  const { outputFiles } = await build({
    ...BROWSER_BUNDLE,
    stdin: { contents, resolveDir: BROWSER_BUNDLE.absWorkingDir, sourcefile: 'swc-helpers.js' },
    format: 'iife',
    globalName: '__swcHelpers',
  })
  return outputFiles[0]?.text ?? ''
}
