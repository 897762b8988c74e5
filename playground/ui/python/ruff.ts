// Ruff in Monaco: marks, quick fixes and Format Document for the Python files. It is loaded by the first change of one,
// or by the first wish to format. No React: LoadedEditor.tsx calls it once for each editor.
import type { NoOffer } from '../../runtime/wire/message.ts'
import { openPort, type Port } from '../../runtime/wire/port.ts'
import type { PlaygroundSession } from '../../session/session.ts'
import type { Monaco } from '../editor/monaco.ts'
import type { RuffDiagnostic, RuffOffer } from './ruff-calls.ts'

type Model = ReturnType<Monaco['editor']['createModel']>

const OWNER = 'ruff'
const LANGUAGE = 'python'
/** Milliseconds of quiet before a file is checked. */
const QUIET = 300
/** The first call waits for 2.6 MB. */
const WAIT = { deadline: 60_000, stage: 'ruff' }

const MANIFEST = 'backend/pyproject.toml'

type Ruff = Port<RuffOffer, NoOffer>
let started: Ruff | null = null
let known: string | null = null

/** Started when it is not, and told of the workspace's rules when they changed. */
async function askRuff(session: PlaygroundSession): Promise<Ruff> {
  started ??= openPort<RuffOffer, NoOffer>(
    new Worker(new URL('./ruff.worker.ts', import.meta.url), { type: 'module' }),
    {},
  )
  const text = session.workspace.read(MANIFEST)
  const manifest = typeof text === 'string' ? text : null
  if (manifest !== known) await started.call('configure', manifest, WAIT)
  known = manifest
  return started
}

/** Answers with the way back. */
export function helpWithPython(monaco: Monaco, session: PlaygroundSession): () => void {
  const found = new WeakMap<Model, { version: number; diagnostics: readonly RuffDiagnostic[] }>()
  const check = async (model: Model): Promise<void> => {
    const version = model.getVersionId()
    try {
      const diagnostics = await (await askRuff(session)).call('check', model.getValue(), WAIT)
      if (model.isDisposed() || model.getVersionId() !== version) return
      found.set(model, { version, diagnostics })
      monaco.editor.setModelMarkers(
        model,
        OWNER,
        diagnostics.map(({ code, message, isUnnecessary, fix: _fix, ...range }) => ({
          ...range,
          message,
          source: 'Ruff',
          ...(code !== null && { code }),
          severity: code === null ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
          ...(isUnnecessary && { tags: [monaco.MarkerTag.Unnecessary] }),
        })),
      )
    } catch (cause) {
      console.debug('Ruff did not check the file.', cause) // Offline, say: Python itself still tells what is wrong.
    }
  }
  const { KeyCode, KeyMod } = monaco
  const parts = [
    // Monaco's own key on Linux, Ctrl+Shift+I, opens the browser's tools.
    monaco.editor.addKeybindingRules([
      {
        keybinding: KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF,
        command: 'editor.action.formatDocument',
        when: 'editorTextFocus && !editorReadonly',
      },
    ]),
    watchModels(monaco, (model) => void check(model)),
    monaco.languages.registerDocumentFormattingEditProvider(LANGUAGE, {
      displayName: 'Ruff',
      async provideDocumentFormattingEdits(model) {
        const text = await (await askRuff(session)).call('format', model.getValue(), WAIT)
        return text === null ? [] : [{ range: model.getFullModelRange(), text }]
      },
    }),
    monaco.languages.registerCodeActionProvider(LANGUAGE, {
      async provideCodeActions(model, range) {
        // Places of the text as it was would mend something else; and who asks right after typing waits for an answer.
        if (started && found.get(model)?.version !== model.getVersionId()) await check(model)
        const latest = found.get(model)
        const isCurrent = !model.isDisposed() && latest?.version === model.getVersionId()
        const near = (isCurrent ? latest.diagnostics : []).filter(
          (one) => one.fix !== null && monaco.Range.areIntersectingOrTouching(one, range),
        )
        return { actions: near.map((one) => toAction(model, one)), dispose: () => undefined }
      },
    }),
  ]
  return () => parts.forEach((part) => part.dispose())
}

/** Tells of each Python file some time after it was last changed. */
function watchModels(monaco: Monaco, tell: (model: Model) => void) {
  const timers = new Map<Model, ReturnType<typeof setTimeout>>()
  const watched = new Map<Model, { dispose(): void }>()
  const watch = (model: Model) => {
    if (model.getLanguageId() !== LANGUAGE) return
    const listener = model.onDidChangeContent(() => {
      clearTimeout(timers.get(model))
      timers.set(model, setTimeout(tell, QUIET, model))
    })
    watched.set(model, listener)
  }
  const leave = (model: Model) => {
    clearTimeout(timers.get(model))
    timers.delete(model)
    watched.get(model)?.dispose()
    watched.delete(model)
  }
  monaco.editor.getModels().forEach(watch)
  const listeners = [monaco.editor.onDidCreateModel(watch), monaco.editor.onWillDisposeModel(leave)]
  return {
    dispose() {
      for (const listener of listeners) listener.dispose()
      for (const model of [...watched.keys()]) leave(model)
    },
  }
}

function toAction(model: Model, { fix }: RuffDiagnostic) {
  return {
    title: fix?.title ?? '',
    kind: 'quickfix',
    diagnostics: [],
    isPreferred: true,
    edit: {
      edits: (fix?.edits ?? []).map(({ text, ...where }) => ({
        resource: model.uri,
        versionId: model.getVersionId(),
        textEdit: { range: where, text },
      })),
    },
  }
}
