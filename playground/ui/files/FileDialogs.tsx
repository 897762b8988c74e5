// New file, rename, delete. A path that the workspace refuses is said under the field, and nothing is lost.
import { useId, useState, type FormEvent } from 'react'
import { FailureError } from '../../runtime/wire/failure.ts'
import { refusePath } from '../../runtime/workspace/path.ts'
import { copy } from '../copy.ts'
import { Ask, Sheet } from '../controls/Ask.tsx'
import { Button } from '../controls/Button.tsx'
import { focusOnMount } from '../controls/focus-on-mount.ts'
import { useSession, useView, useViewStore } from '../store/session-context.tsx'
import controls from '../controls/controls.module.css'
import styles from './files.module.css'

export function FileDialogs() {
  const dialog = useView((state) => state.dialog)
  if (dialog?.type === 'new-file') return <NewFile folder={dialog.folder} />
  if (dialog?.type === 'rename') return <Rename path={dialog.path} />
  if (dialog?.type === 'remove') return <Remove path={dialog.path} />
  return null
}

function NewFile({ folder }: { readonly folder: string }) {
  const session = useSession()
  const view = useViewStore()
  const create = (path: string) => {
    if (session.workspace.read(path) === null) session.workspace.write({ [path]: '' })
    view.openFile(path)
    view.show('code')
  }
  return (
    <PathForm
      title={copy.files.newFileIn(folder)}
      path={`${folder}/`}
      confirm={copy.files.create}
      onSubmit={create}
    />
  )
}

function Rename({ path }: { readonly path: string }) {
  const session = useSession()
  const view = useViewStore()
  const rename = (to: string) => {
    const wasActive = view.getState().activeFile === path
    session.workspace.rename(path, to)
    if (wasActive) view.openFile(to)
  }
  return (
    <PathForm
      title={copy.files.renameTitle(path)}
      path={path}
      confirm={copy.files.rename}
      onSubmit={rename}
    />
  )
}

interface PathFormProps {
  readonly title: string
  readonly path: string
  readonly confirm: string
  /** May throw FailureError: its sentence is shown. */
  readonly onSubmit: (path: string) => void
}

function PathForm({ title, path: initial, confirm, onSubmit }: PathFormProps) {
  const view = useViewStore()
  const id = useId()
  const [path, setPath] = useState(initial)
  const [refused, setRefused] = useState<string | null>(null)
  const close = () => view.openDialog(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const reason = refusePath(path.trim())
    if (reason !== null) return setRefused(reason)
    try {
      onSubmit(path.trim())
      close()
    } catch (cause) {
      if (!(cause instanceof FailureError)) throw cause
      setRefused(cause.failure.message)
    }
  }
  return (
    <Sheet title={title} line={copy.files.pathHint} onClose={close}>
      <form className={styles.form} onSubmit={submit}>
        <label htmlFor={id}>{copy.files.path}</label>
        <input
          id={id}
          className={controls.field}
          value={path}
          ref={focusOnMount}
          spellCheck={false}
          autoCapitalize="off"
          aria-invalid={refused !== null}
          aria-describedby={`${id}-refused`}
          onChange={({ target }) => setPath(target.value)}
        />
        <p id={`${id}-refused`} className={styles.refused} role="alert">
          {refused}
        </p>
        <div className={controls.actions}>
          <Button onClick={close}>{copy.common.cancel}</Button>
          <Button look="primary" type="submit">
            {confirm}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}

function Remove({ path }: { readonly path: string }) {
  const session = useSession()
  const view = useViewStore()
  const inside = Object.keys(session.workspace.get().files).filter(
    (file) => file === path || file.startsWith(`${path}/`),
  )
  const isFolder = !inside.includes(path)
  return (
    <Ask
      title={copy.files.removeTitle(path)}
      line={
        isFolder
          ? `${copy.files.removeFolder(inside.length)} ${copy.files.removeHint}`
          : copy.files.removeHint
      }
      confirm={copy.files.remove}
      onConfirm={() => {
        const contents = inside.map((file) => [file, session.workspace.read(file)] as const)
        session.workspace.write(Object.fromEntries(inside.map((file) => [file, null])))
        view.tell(copy.files.removed(path), () =>
          session.workspace.write(Object.fromEntries(contents)),
        )
      }}
      onClose={() => view.openDialog(null)}
    />
  )
}
