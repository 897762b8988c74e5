// Keeps the open files and the live region in step with the session: files that are gone lose their tab, a new starter
// opens its first file, a start and its end are said.
import { useEffect } from 'react'
import { copy, formatMs } from '../copy.ts'
import { useSession, useViewStore } from '../store/session-context.tsx'
import type { Starter } from '../../runtime/workspace/starter.ts'
import type { Files } from '../../runtime/wire/files.ts'

export function useFollowFiles(): void {
  const session = useSession()
  const view = useViewStore()
  useEffect(() => {
    let starter = session.workspace.get().starter
    return session.workspace.onChange(() => {
      const state = session.workspace.get()
      const isNew = state.starter.name !== starter.name || state.starter.open !== starter.open
      starter = state.starter
      const first = firstFile(state.starter, state.files)
      view.keepFiles((path) => path in state.files, first)
      if (isNew && first !== null) view.setState({ openFiles: [first], activeFile: first })
    })
  }, [session, view])
  useEffect(() => {
    let before = session.status.get().engine
    return session.status.subscribe(() => {
      const { engine, stages } = session.status.get()
      if (engine === before) return
      before = engine
      if (engine === 'starting') view.say(copy.bar.starting)
      if (engine === 'running')
        view.say(copy.boot.ready(formatMs(stages.reduce((sum, { ms }) => sum + (ms ?? 0), 0))))
    })
  }, [session, view])
}

export function firstFile({ open }: Starter, files: Files): string | null {
  if (open !== null && open in files) return open
  const paths = Object.keys(files)
  return (
    paths.find((path) => /^frontend\/(src\/)?app\/page\.[jt]sx?$/.test(path)) ??
    paths.find((path) => path.endsWith('/main.py')) ??
    paths[0] ??
    null
  )
}
