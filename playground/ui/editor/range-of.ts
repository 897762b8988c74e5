// A part of a text as Monaco names it, from its two ends. Small: the page has it before Monaco.
import type { Editor } from './file-models.ts'

/** `start` and `end`: UTF-16 units from the start of the text. */
export function rangeOf(
  model: NonNullable<ReturnType<Editor['getModel']>>,
  start: number,
  end: number,
) {
  const from = model.getPositionAt(start)
  const to = model.getPositionAt(end)
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  }
}
