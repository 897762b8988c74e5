// What TypeScript says of one file of the workspace: the editor's own language service, with Next's types, whether an
// editor is on the page or not.
import type { TypeProblem } from '../../lessons/checks/check-tools.ts'
import { createFailure, FailureError } from '../../runtime/wire/failure.ts'
import type { PlaygroundSession } from '../../session/session.ts'
import { shareModels } from './file-models.ts'
import { languageOf } from './language-of.ts'
import type { Monaco } from './monaco.ts'
import { wantTypeScriptHelp } from './typescript-help.ts'

export interface OpenTypes {
  /**
   * With a text, what it says of a file that is not in the workspace, as if it were and held that.
   * Rejects with FailureError where the file is not there.
   */
  read(path: string, text?: string): Promise<readonly TypeProblem[]>
  release(): void
}

/** For several files in a row: each has a model until this is released. Rejects where the types do not load. */
export async function openTypes(session: PlaygroundSession): Promise<OpenTypes> {
  wantTypeScriptHelp()
  const { monaco, follow, diagnose } = await loadTypeScript()
  follow(Object.keys(session.workspace.get().files))
  const models = shareModels(monaco, session)
  return {
    release: models.release,
    async read(path, text) {
      if (text === undefined && typeof session.workspace.read(path) !== 'string')
        throw new FailureError(createFailure('lesson', 'bad-input', `There is no file ${path}.`))
      const asked = text === undefined ? null : createAskedModel(monaco, path, text)
      try {
        const address = asked?.uri.toString() ?? models.addressOf(path)
        const model = asked ?? monaco.editor.getModel(monaco.Uri.parse(address))
        const found = await diagnose(address)
        return found.map(({ code, start = 0, messageText }) => {
          const { lineNumber, column } = model?.getPositionAt(start) ?? { lineNumber: 1, column: 1 }
          return { code, message: firstLine(messageText), line: lineNumber, column }
        })
      } finally {
        asked?.dispose()
      }
    },
  }
}

/** Of one file, as `OpenTypes.read`. Rejects with FailureError where the file or the types are not there. */
export async function readTypes(
  session: PlaygroundSession,
  path: string,
  text?: string,
): Promise<readonly TypeProblem[]> {
  const types = await openTypes(session)
  try {
    return await types.read(path, text)
  } finally {
    types.release()
  }
}

/** A model that no workspace follows. */
function createAskedModel(monaco: Monaco, path: string, text: string) {
  return monaco.editor.createModel(text, languageOf(path).id, monaco.Uri.file(`/${path}`))
}

async function loadTypeScript() {
  try {
    const { diagnose, loadMonaco, loadTypes } = await import('./monaco.ts')
    return { monaco: await loadMonaco(), follow: await loadTypes(), diagnose }
  } catch (cause) {
    const message = 'The types of Next and React did not load.'
    throw new FailureError(createFailure('lesson', 'asset-missing', message, String(cause)))
  }
}

/** The head of a chain says what is wrong; what follows says why TypeScript thinks so. */
function firstLine(text: string | { readonly messageText: string }): string {
  return typeof text === 'string' ? text : text.messageText
}
