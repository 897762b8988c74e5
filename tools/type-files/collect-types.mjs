// The declaration files that the examples' frontends are checked with: those of Next, React and Node that TypeScript
// itself reads for them, and the package.json files by which it finds them. Its own libraries are Monaco's.
// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import ts from 'typescript'
import { ROOT } from '../build/build-if-changed.mjs'
import { readStarterFiles } from '../starter-files/build.mjs'
import { STARTERS } from '../starter-files/starters.mjs'

const MODULES = join(ROOT, 'node_modules') + sep

/** What next-env.d.ts asks for where there is no `pages` folder. */
const ALWAYS = ['next/index.d.ts', 'next/image-types/global.d.ts']

/** As the examples' tsconfig.json has it. @type {ts.CompilerOptions} */
export const COMPILER_OPTIONS = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.ReactJSX,
  lib: ['lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.esnext.d.ts'],
  types: ['node', 'react', 'react-dom'],
  strict: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  esModuleInterop: true,
  isolatedModules: true,
  resolveJsonModule: true,
  skipLibCheck: true,
}

/** @returns {Record<string, string>} path below node_modules → text, sorted */
export function collectTypes() {
  const roots = STARTERS.flatMap(({ name }) => {
    const folder = join(ROOT, 'examples', name)
    return Object.keys(readStarterFiles(name))
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => join(folder, path))
  })
  const declared = ALWAYS.map((path) => MODULES + path.split('/').join(sep)).filter((path) =>
    existsSync(path),
  )
  const options = { ...COMPILER_OPTIONS, typeRoots: [join(MODULES, '@types')] }
  const program = ts.createProgram([...roots, ...declared], options, withoutOwnModules(options))
  /** @type {Map<string, string>} */
  const files = new Map()
  for (const { fileName, text } of program.getSourceFiles()) {
    const path = belowModules(fileName)
    if (path === null || path.startsWith('typescript/')) continue
    files.set(path, text)
    for (const manifest of manifestsAbove(path))
      files.set(manifest, readFileSync(MODULES + manifest, 'utf8'))
  }
  return Object.fromEntries([...files].sort(([one], [other]) => (one < other ? -1 : 1)))
}

/**
 * An example that was run has packages of its own: the same ones, but not where the editor is told of them.
 * @param {ts.CompilerOptions} options @returns {ts.CompilerHost}
 */
function withoutOwnModules(options) {
  const host = ts.createCompilerHost(options)
  const isOwn = (/** @type {string} */ path) => /\/examples\/.*\/node_modules\b/.test(path)
  return {
    ...host,
    fileExists: (path) => !isOwn(path) && host.fileExists(path),
    directoryExists: (path) => !isOwn(path) && ts.sys.directoryExists(path),
  }
}

/** @param {string} fileName with slashes, as TypeScript names files */
function belowModules(fileName) {
  const prefix = MODULES.split(sep).join('/')
  return fileName.startsWith(prefix) ? fileName.slice(prefix.length) : null
}

/** Every package.json from the file's folder up: a package may have one for a part. @param {string} path @returns {string[]} */
function manifestsAbove(path) {
  const manifests = []
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    const manifest = `${folder}/package.json`
    if (existsSync(MODULES + manifest)) manifests.push(manifest)
  }
  return manifests
}
