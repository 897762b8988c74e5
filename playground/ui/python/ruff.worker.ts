// Ruff itself, as WebAssembly: 11 MB (2.6 MB on the wire), so it starts with the first change of a Python file.
import start, { PositionEncoding, Workspace, type Diagnostic } from '@astral-sh/ruff-wasm-web'
import { parse } from 'smol-toml'
import type { NoOffer } from '../../runtime/wire/message.ts'
import { openPort, type PortEndpoint } from '../../runtime/wire/port.ts'
import type { RuffDiagnostic, RuffOffer, RuffRange } from './ruff-calls.ts'

const started = start()
let configured: Promise<Workspace> = configure(null)

async function configure(manifest: string | null): Promise<Workspace> {
  await started
  try {
    return new Workspace(readOptions(manifest), PositionEncoding.Utf16)
  } catch {
    return new Workspace({}, PositionEncoding.Utf16) // Half-typed, or an option that this ruff does not know.
  }
}

/** https://docs.astral.sh/ruff/configuration/: the table `[tool.ruff]` of pyproject.toml. */
function readOptions(manifest: string | null): object {
  const { tool } = manifest === null ? {} : parse(manifest)
  const ruff = isTable(tool) ? tool['ruff'] : undefined
  return isTable(ruff) ? ruff : {}
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

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

// The page's types know a window alone; what both scopes share is enough.
const scope: PortEndpoint = {
  postMessage: (message, transfer) => self.postMessage(message, { transfer }),
  addEventListener: (type, listener) => self.addEventListener(type, listener),
  removeEventListener: (type, listener) => self.removeEventListener(type, listener),
}

openPort<NoOffer, RuffOffer>(scope, {
  configure(manifest) {
    configured = configure(manifest)
    return null
  },
  async check(source) {
    const found: Diagnostic[] = (await configured).check(source)
    return found.map(toDiagnostic)
  },
  async format(source) {
    const workspace = await configured
    try {
      return workspace.format(source)
    } catch {
      return null // Its syntax errors are told by `check`.
    }
  },
})
