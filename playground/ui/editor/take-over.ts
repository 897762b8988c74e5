// The hand-over from the plain field to Monaco: whoever is writing goes on writing at the same place.
import type { Editor } from './file-models.ts'

/** `field` holds the same text as the editor's model. */
export function takeOver(field: HTMLTextAreaElement | null | undefined, editor: Editor): void {
  const model = editor.getModel()
  if (!field || !model || field.ownerDocument.activeElement !== field) return
  const start = model.getPositionAt(field.selectionStart)
  const end = model.getPositionAt(field.selectionEnd)
  editor.setSelection({
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  })
  editor.revealPositionInCenterIfOutsideViewport(end)
  editor.focus()
}
