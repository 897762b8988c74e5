// Next's development socket, between the client in the preview and `next dev` in the container: passed on unread, but for
// what tells of builds and their errors. Runs on the site's page.
import type { LearnerError } from '../../wire/learner-error.ts'
import { fromBase64 } from '../../wire/base64.ts'
import type { SocketFrame } from './frames.ts'
import { readCompileErrors } from './compile-errors.ts'
import type { PageToContainer, ContainerToPage } from './page-messages.ts'

export interface DevSocketOptions {
  send(frame: SocketFrame): void
  tellPages(message: ContainerToPage): void
  onErrors(errors: readonly LearnerError[]): void
}

export interface DevSocket {
  takeFromPage(message: unknown): void
  takeFromNext(frame: SocketFrame): void
  /** A page is asked for: it will be made of what is there now. */
  documentAsked(): void
  /** Begin before the files are written. Resolves with the errors once Next has built them. */
  waitForBuild(): Promise<readonly LearnerError[]>
  /** The server's answers are others now: open pages ask again. */
  refreshPages(): void
  setInstallError(message: string | null): void
  errors(): readonly LearnerError[]
}

/** Milliseconds in which a build begins after a write, or none does: no open page uses that file. */
const QUIET = 1_500
/** Milliseconds that a build may take. */
const BUILD_DEADLINE = 45_000

export function createDevSocket({ send, tellPages, onErrors }: DevSocketOptions): DevSocket {
  let current: string | null = null
  /** Something changed since the page was asked for; one that was still loading has not heard of it. */
  let missed = false
  let compile: readonly LearnerError[] = []
  let install: readonly LearnerError[] = []
  const watchers = new Set<(type: 'building' | 'built') => void>()
  const all = () => [...install, ...compile]

  /** True for the first message of a socket whose page must ask again. */
  const readMessage = (text: string): boolean => {
    const message: unknown = JSON.parse(text)
    if (typeof message !== 'object' || message === null || !('type' in message)) return false
    const { type } = message
    if (type === 'built' || type === 'sync') {
      compile = readCompileErrors(Reflect.get(message, 'errors'))
      onErrors(all())
    }
    if (type === 'sync' && missed) return true
    if (type === 'building' || type === 'built') for (const watcher of [...watchers]) watcher(type)
    return false
  }
  const isOfPage = (message: unknown): message is PageToContainer =>
    typeof message === 'object' && message !== null && 'socket' in message && 'type' in message

  return {
    takeFromPage(message) {
      if (!isOfPage(message)) return
      if (message.type === 'open') {
        // One page is open at a time; the last one's socket went with it.
        if (current !== null) send({ type: 'socket-end', id: current })
        current = message.socket
        send({ type: 'socket', id: message.socket, path: message.path })
      } else send({ type: 'say', id: message.socket, text: message.text })
    },
    takeFromNext(frame) {
      if (frame.id !== current) return
      if (frame.type === 'socket-end') {
        current = null
        tellPages({ type: 'closed', socket: frame.id })
      } else if (frame.type === 'said') {
        const isBehind = frame.text !== undefined && readMessage(frame.text)
        const said = frame.text ?? fromBase64(frame.bytes ?? '').buffer
        tellPages({ type: 'said', socket: frame.id, said })
        if (!isBehind) return
        // Once: a page that loads again must not be told to do so for ever.
        missed = false
        tellPages({ type: 'refresh', socket: frame.id })
      }
    },
    documentAsked() {
      missed = false
    },
    waitForBuild() {
      missed = true
      // Without an open page nothing tells of a build.
      if (current === null) return Promise.resolve(all())
      return new Promise((resolve) => {
        let timer = setTimeout(() => finish(), QUIET)
        const finish = () => {
          clearTimeout(timer)
          watchers.delete(watch)
          resolve(all())
        }
        const watch = (type: 'building' | 'built') => {
          clearTimeout(timer)
          if (type === 'built') finish()
          else timer = setTimeout(finish, BUILD_DEADLINE)
        }
        watchers.add(watch)
      })
    },
    refreshPages() {
      missed = true
      if (current === null) return
      // Not Next's own `serverComponentChanges`: what it fetched before, it takes from memory at such a refresh.
      tellPages({ type: 'refresh', socket: current })
    },
    setInstallError(message) {
      const place = { file: 'frontend/package.json', line: 1, column: 1 }
      install =
        message === null ? [] : [{ end: 'next', message, place, codeFrame: null, stack: null }]
      onErrors(all())
    },
    errors: all,
  }
}
