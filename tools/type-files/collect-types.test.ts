// The examples, checked with nothing but what the editor gets: no red line in code that is right, one in code that is not.
import { dirname } from 'node:path'
import ts from 'typescript'
import { beforeAll, expect, test } from 'vitest'
import { routeTypes } from '../../playground/ui/editor/route-types.ts'
import { readStarterFiles } from '../starter-files/build.mjs'
import { STARTERS } from '../starter-files/starters.mjs'
import { collectTypes, COMPILER_OPTIONS } from './collect-types.mjs'

const OPTIONS: ts.CompilerOptions = {
  ...COMPILER_OPTIONS,
  types: [],
  baseUrl: '/frontend',
  paths: { '@/*': ['*'] },
  ignoreDeprecations: '6.0',
}

let types: Readonly<Record<string, string>> = {}
beforeAll(() => {
  types = collectTypes()
}, 120_000)

function diagnose(name: string, edits: Readonly<Record<string, string>> = {}): string[] {
  const own = Object.entries({ ...readStarterFiles(name), ...edits })
  const files = new Map<string, string>([
    ...Object.entries(types).map(([path, text]) => [`/node_modules/${path}`, text] as const),
    ...own.flatMap(([path, text]) =>
      typeof text === 'string' ? [[`/${path}`, text] as const] : [],
    ),
    ['/frontend/.next/types/routes.d.ts', routeTypes(own.map(([path]) => path))],
  ])
  const program = ts.createProgram({
    rootNames: [...files.keys()].filter((path) => /\.tsx?$/.test(path)),
    options: OPTIONS,
    host: createHost(files),
  })
  return program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith('/frontend/'))
    .flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ])
    .map(
      ({ file, messageText }) =>
        `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    )
}

function createHost(files: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS)
  const libraries = dirname(host.getDefaultLibFileName(OPTIONS))
  const folders = new Set([...files.keys()].flatMap(foldersOf))
  const read = (path: string) =>
    files.get(path) ?? (path.startsWith(libraries) ? ts.sys.readFile(path) : undefined)
  return {
    ...host,
    getCurrentDirectory: () => '/',
    fileExists: (path) => read(path) !== undefined,
    directoryExists: (path) => folders.has(path.replace(/\/$/, '')),
    getDirectories: () => [],
    realpath: (path) => path,
    readFile: read,
    getSourceFile(path, version) {
      const text = read(path)
      return text === undefined ? undefined : ts.createSourceFile(path, text, version)
    },
  }
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(1, -1)
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`)
}

test.each(STARTERS)('$name has no red line', { timeout: 120_000 }, ({ name }) => {
  expect(diagnose(name)).toEqual([])
})

test('a parameter that the route does not have is one', { timeout: 120_000 }, () => {
  const page = `export default async function Page({ params }: PageProps<'/p/[id]'>) {
  return <h1>{(await params).name}</h1>
}
`
  expect(diagnose('hello', { 'frontend/app/p/[id]/page.tsx': page })).toEqual([
    expect.stringContaining("Property 'name' does not exist on type '{ id: string; }'"),
  ])
})
