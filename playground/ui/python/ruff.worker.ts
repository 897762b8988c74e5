// Ruff itself, as WebAssembly: 11 MB (2.6 MB on the wire), so it starts with the first change of a Python file.
import start, { PositionEncoding, Workspace, type Diagnostic } from '@astral-sh/ruff-wasm-web'
import type { NoOffer } from '../../runtime/wire/message.ts'
import { openPort } from '../../runtime/wire/port.ts'
import type { RuffDiagnostic, RuffOffer, RuffRange } from './ruff-calls.ts'

// Ruff's own defaults, as `ruff check` has them without a configuration.
const ready = start().then(() => new Workspace(Workspace.defaultSettings(), PositionEncoding.Utf16))

interface Located {
  readonly start_location: { readonly row: number; readonly column: number }
  readonly end_location: { readonly row: number; readonly column: number }
}

function toRange({ start_location: from, end_location: to }: Located): RuffRange {
  return {
    startLineNumber: from.row,
    startColumn: from.column,
    endLineNumber: to.row,
    endColumn: to.column,
  }
}

function toDiagnostic(found: Diagnostic): RuffDiagnostic {
  const { code, message, tags, fix } = found
  return {
    ...toRange(found),
    // Syntax errors have a name in place of a rule's code.
    code: code !== null && /^[A-Z]+\d+$/.test(code) ? code : null,
    message,
    isUnnecessary: tags.includes('unnecessary'),
    fix: fix && {
      title: fix.message ?? message,
      edits: fix.edits.map(({ content, location, end_location }) => ({
        ...toRange({ start_location: location, end_location }),
        text: content ?? '',
      })),
    },
  }
}

openPort<NoOffer, RuffOffer>(self, {
  async check(source) {
    const found: Diagnostic[] = (await ready).check(source)
    return found.map(toDiagnostic)
  },
  async format(source) {
    const workspace = await ready
    try {
      return workspace.format(source)
    } catch {
      return null // Its syntax errors are told by `check`.
    }
  },
})
