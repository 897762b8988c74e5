// What the engine does with what its parts and pages tell it: passes it on, keeps errors and stages, and lets the
// kernel, the broker and the pages hear of each other. Runs on the site's page. It starts and stops nothing.
import type { Hop } from '../../wire/hop.ts'
import type { EngineEvents } from '../engine.ts'
import type { AppPages, PageListeners } from './app-pages.ts'
import type { Emitter } from './emitter.ts'
import type { EngineParts, PartListeners } from './engine-parts.ts'
import type { ErrorBook } from './error-book.ts'
import type { StageBoard } from './stage-board.ts'

interface Listening {
  readonly emit: Emitter<EngineEvents>['emit']
  readonly errors: ErrorBook
  readonly stages: StageBoard
  pages(): AppPages
  parts(): EngineParts
}

/** Milliseconds. */
const CALL_DEADLINE = 20_000

export function pageListeners({ emit, errors, parts }: Listening): PageListeners {
  return {
    onPreview: (state) => emit('preview', state),
    onOpened: () => errors.set('page', []),
    onConsole: (line) => emit('console', line),
    onError: (error) => errors.add('page', error),
    onKey: (key) => emit('key', key),
    onKernelTalk: (talk) => {
      const options = { deadline: CALL_DEADLINE, stage: 'next' }
      // Nothing waits for it: the kernel answers such talk with updates of its own, and there may be none just now.
      const tell = async () => parts().kernel().call('pageMessage', talk, options)
      void tell().catch(() => undefined)
    },
    onCookieWrite: (cookie) =>
      parts()
        .broker()
        .port.call('writeDocumentCookie', cookie, { deadline: CALL_DEADLINE, stage: 'broker' }),
  }
}

export function partListeners(
  { emit, errors, stages, pages }: Listening,
  onHop: (hop: Hop) => void,
): Omit<PartListeners, 'onLost'> {
  return {
    onBroker: ({ port }) => {
      port.on('hop', (hop) => {
        onHop(hop)
        emit('hop', hop)
      })
      port.on('console', (line) => emit('console', line))
      port.on('stepping', (view) => emit('stepping', view))
      port.on('jar', (jar) => {
        emit('jar', jar)
        pages().tellCookies(jar.documentCookie)
      })
    },
    onKernel: (port) => {
      port.on('update', ({ message }) => pages().tellKernelMessage(message))
      port.on('console', (line) => emit('console', line))
      port.on('errors', (found) => errors.set('kernel', found))
      port.on('progress', ({ detail }) => stages.detail('next', detail))
    },
    onBackend: (port) => {
      port.on('console', (line) => emit('console', line))
      port.on('errors', (found) => errors.set('backend', found))
      port.on('stage', ({ name, detail, done }) => {
        if (done) stages.end(name)
        else {
          stages.begin(name)
          stages.detail(name, detail)
        }
      })
    },
  }
}
