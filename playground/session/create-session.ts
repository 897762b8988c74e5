// Makes a session (session.ts says what one is): joins the workspace's changes to the engine, and the engine's events
// to what the panes and the automation read. Runs on the site's page; it draws nothing.
import type { Engine, WrittenReport } from '../runtime/engine/engine.ts'
import type { ElementQuery, PageAction } from '../runtime/wire/message.ts'
import { createPower } from './power.ts'
import type { PlaygroundSession, SessionOptions } from './session.ts'
import { createParts, type SessionParts } from './session-parts.ts'

export function createPlaygroundSession(options: SessionOptions): PlaygroundSession {
  const parts = createParts(options)
  const { workspace, status, exchanges, lines, jar, queue, keyListeners } = parts
  const power = createPower(parts)
  const afterReplace = async (
    replace: () => void | Promise<void>,
  ): Promise<WrittenReport | null> => {
    parts.update({ busy: 'resetting' })
    try {
      await replace()
      return await queue.settle()
    } finally {
      parts.update({ busy: null })
    }
  }
  const begin = async (replace: () => void | Promise<void>): Promise<WrittenReport | null> => {
    const report = await afterReplace(replace)
    const { path } = workspace.get().starter
    if (report && parts.status.get().preview?.address !== path) await parts.running().goto(path)
    return report
  }
  return {
    workspace,
    status,
    exchanges,
    console: lines,
    jar,
    link: options.link ?? 'none',
    ...power,
    async write(changes) {
      workspace.write(changes)
      return queue.settle()
    },
    settle: queue.settle,
    load: (files) => begin(() => workspace.replace({ name: null, files, open: null, path: '/' })),
    startFrom: (name) => begin(async () => workspace.replace(await options.loadStarter(name))),
    carry: (starter, files) => begin(() => workspace.carry(starter, files)),
    reset: () => afterReplace(() => void workspace.reset()),
    restore: (version) => afterReplace(() => workspace.restore(version)),
    ...createQuestions(parts),
    clearConsole: lines.clear,
    dismissFailure: () => parts.update({ failure: null, replaced: null }),
    attachPreview(element) {
      parts.element = element
      parts.engine?.attachPreview(element)
    },
    onKey(listener) {
      keyListeners.add(listener)
      return () => keyListeners.delete(listener)
    },
  }
}

/** What needs a running engine and goes to it as it is. */
function createQuestions({ running, exchanges, update }: SessionParts) {
  return {
    fetch: async (...question: Parameters<Engine['fetch']>) => running().fetch(...question),
    query: async (...question: Parameters<Engine['query']>) => running().query(...question),
    tables: async () => running().tables(),
    resetDatabase: async () => running().resetDatabase(),
    trace: async () => running().trace(),
    async clearTrace() {
      await running().clearTrace()
      exchanges.clear()
    },
    clearJar: async () => running().clearJar(),
    async setClock(ahead: number) {
      await running().setClock(ahead)
      update({ clockAhead: ahead })
    },
    setStepping: async (isOn: boolean) => running().setStepping(isOn),
    step: async (until: 'hop' | 'exchange') => running().step(until),
    goto: async (path: string) => running().goto(path),
    move: async (direction: 'back' | 'forward' | 'reload') => running().move(direction),
    page: async () => running().page(),
    find: async (query: ElementQuery) => running().find(query),
    act: async (action: PageAction) => running().act(action),
    openTab: (path: string) => running().openTab(path),
  }
}
