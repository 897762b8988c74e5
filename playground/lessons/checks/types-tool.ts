// TypeScript's view of a file. The page that shows the lesson has TypeScript, in its editor, and lends it.
import type { TypeProblem, TypesTool } from './check-tools.ts'
import { MismatchError, show } from './mismatch.ts'

/** With a text, of a file that is not there, as if it were and held that. */
export type ReadTypes = (path: string, text?: string) => Promise<readonly TypeProblem[]>

const ASKED = 'frontend/asked-by-a-check.ts'

export function createTypesTool(read: ReadTypes): TypesTool {
  return {
    problems: (path) => read(path),
    problemsOf: (text) => read(ASKED, text),
    async agree(path) {
      const [first] = await read(path)
      if (first === undefined) return
      throw new MismatchError({
        expected: `TypeScript to agree with ${path}`,
        got: describe(first),
        where: { type: 'code', place: { file: path, line: first.line, column: first.column } },
      })
    },
  }
}

function describe({ code, message, line }: TypeProblem): string {
  return `line ${line}, error TS${code}: ${show(message)}`
}
