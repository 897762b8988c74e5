// What checks need of whatever runs the workspace: the page's session, or the servers of tests/parity/lessons.
import type { PlaygroundSession } from '../../session/session.ts'

export type CheckSession = Pick<
  PlaygroundSession,
  | 'fetch'
  | 'trace'
  | 'query'
  | 'goto'
  | 'page'
  | 'find'
  | 'act'
  | 'jar'
  | 'clearJar'
  | 'setClock'
  | 'console'
>
