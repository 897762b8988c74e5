// What Python may call at any time (`Outside` of both_ends/backend.py), as events on the ports. Runs in the backend worker.
import type { ConsoleLine } from '../wire/console-line.ts'
import { parseTraceParent } from '../wire/hop.ts'
import type { LearnerError } from '../wire/learner-error.ts'
import type { SqlHopMessage } from '../wire/message.ts'
import { toPlainData } from './plain-data.ts'
import type { PythonEvents } from './python-objects.ts'

export interface OutsideListeners {
  onConsole(line: ConsoleLine): void
  onErrors(errors: readonly LearnerError[]): void
  onSqlHop(message: SqlHopMessage): void
}

export function createOutside({ onConsole, onErrors, onSqlHop }: OutsideListeners): PythonEvents {
  return {
    console(lineJson) {
      const line: Pick<ConsoleLine, 'level' | 'text' | 'place'> = JSON.parse(lineJson)
      onConsole({ source: 'python', time: Date.now(), ...line })
    },
    errors(errorsJson) {
      onErrors(JSON.parse(errorsJson))
    },
    sql_hop(data) {
      const { parent, ...hop } = toPlainData(data)
      onSqlHop({ type: 'sql-hop', parent: parseTraceParent(parent), hop })
    },
    // Python's own clock has milliseconds; this one has microseconds.
    now: () => performance.timeOrigin + performance.now(),
  }
}
