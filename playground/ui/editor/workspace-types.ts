// The real types of Next, React and Node for the editor, and those that Next makes of the workspace's routes. 4.9 MB
// (0.6 MB on the wire), so they come when somebody writes TypeScript, and until then only syntax is checked.
import type {
  DiagnosticsOptions,
  LanguageServiceDefaults,
} from 'monaco-editor/languages/features/typescript/register.js'
import { routeTypes } from './route-types.ts'

const ROUTES = 'file:///frontend/.next/types/routes.d.ts'

const CHECK_ALL: DiagnosticsOptions = {
  noSemanticValidation: false,
  noSyntaxValidation: false,
  noSuggestionDiagnostics: true,
}

/** Answers with what to tell when the workspace's files change. */
export async function giveTypes(
  defaults: LanguageServiceDefaults,
  address: string,
): Promise<(paths: readonly string[]) => void> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`The types did not load: ${answer.status}.`)
  const files: Readonly<Record<string, string>> = await answer.json()
  defaults.setExtraLibs(
    Object.entries(files).map(([path, content]) => ({
      filePath: `file:///node_modules/${path}`,
      content,
    })),
  )
  let known = ''
  return (paths) => {
    const types = routeTypes(paths)
    if (types === known) return
    if (known === '') defaults.setDiagnosticsOptions(CHECK_ALL)
    known = types
    defaults.addExtraLib(types, ROUTES)
  }
}
