// Monaco as the playground uses it: the features and languages needed, our two workers, Shiki's colours. Reached by
// import() only, so that the page is there before it.
import { shikiToMonaco } from '@shikijs/monaco'
// Every feature. The TypeScript mode loads it in any case, but late: an editor that is made after that would ask for
// services that Monaco, once started, no longer takes on.
import 'monaco-editor/internal/common/workers.js'
import 'monaco-editor/features/find/register.js'
import 'monaco-editor/languages/definitions/css/register.js'
import 'monaco-editor/languages/definitions/html/register.js'
import 'monaco-editor/languages/definitions/javascript/register.js'
import 'monaco-editor/languages/definitions/markdown/register.js'
import 'monaco-editor/languages/definitions/python/register.js'
import 'monaco-editor/languages/definitions/typescript/register.js'
import {
  getTypeScriptWorker,
  JsxEmit,
  javascriptDefaults,
  ModuleKind,
  ScriptTarget,
  typescriptDefaults,
} from 'monaco-editor/languages/features/typescript/register.js'
import * as monaco from 'monaco-editor/editor.js'
import { loadHighlighter } from './highlighter.ts'
import { startTypeScriptWorker, typeScriptHelpWanted } from './typescript-help.ts'
import { giveTypes } from './workspace-types.ts'

export type Monaco = typeof monaco

let ready: Promise<Monaco> | null = null
let types: ReturnType<typeof giveTypes> | null = null

export function loadMonaco(): Promise<Monaco> {
  ready ??= setUp()
  return ready
}

async function setUp(): Promise<Monaco> {
  setWorkers()
  setTypeScript()
  for (const id of ['json', 'toml']) monaco.languages.register({ id })
  const highlighter = await loadHighlighter()
  // @shikijs/monaco is typed against monaco-editor-core, whose declarations are the same API under another name.
  shikiToMonaco(highlighter, monaco as unknown as Parameters<typeof shikiToMonaco>[1], {
    // No time limit: on a busy machine it would leave lines without their colours. Very long lines stay plain instead.
    tokenizeTimeLimit: 0,
    tokenizeMaxLineLength: 2_000,
  })
  return monaco
}

/** Resolves with what to tell when the workspace's files change; once for the page, as Monaco is. */
export function loadTypes(): Promise<(paths: readonly string[]) => void> {
  types ??= typeScriptHelpWanted
    .then(() => giveTypes(typescriptDefaults, '/types/types.json'))
    .catch((cause: unknown) => {
      types = null // Offline, say: the next who asks tries again.
      throw cause
    })
  return types
}

/** What TypeScript says of the file with this address, which has a model: syntax first. */
export async function diagnose(address: string) {
  // All of them: the worker takes the models that there are when it starts, and later ones only when they are named.
  const others = monaco.editor
    .getModels()
    .filter((model) => model.getLanguageId() === 'typescript')
    .map(({ uri }) => uri)
  const worker = await (await getTypeScriptWorker())(monaco.Uri.parse(address), ...others)
  return [
    ...(await worker.getSyntacticDiagnostics(address)),
    ...(await worker.getSemanticDiagnostics(address)),
  ]
}

function setWorkers(): void {
  self.MonacoEnvironment = {
    getWorker(_id: string, label: string): Worker | Promise<Worker> {
      if (label === 'typescript' || label === 'javascript') return startTypeScriptWorker()
      return new Worker(new URL('./editor.worker.ts', import.meta.url), { type: 'module' })
    },
  }
}

// Syntax only, until the types are there (workspace-types.ts): without them every import would be marked as an error in
// code that is right.
/** ModuleResolutionKind.Bundler: Monaco's list of names ends before it, its TypeScript does not. */
const BUNDLER: number = 100

function setTypeScript(): void {
  for (const defaults of [typescriptDefaults, javascriptDefaults]) {
    defaults.setCompilerOptions({
      target: ScriptTarget.ESNext,
      module: ModuleKind.ESNext,
      moduleResolution: BUNDLER,
      strict: true,
      noUncheckedIndexedAccess: true,
      resolveJsonModule: true,
      skipLibCheck: true,
      jsx: JsxEmit.ReactJSX,
      allowJs: true,
      allowNonTsExtensions: true,
      esModuleInterop: true,
      isolatedModules: true,
      noEmit: true,
      baseUrl: 'file:///frontend',
      paths: { '@/*': ['*'] },
    })
    defaults.setDiagnosticsOptions({
      noSemanticValidation: true,
      noSyntaxValidation: false,
      noSuggestionDiagnostics: true,
    })
    defaults.setEagerModelSync(true)
  }
}
