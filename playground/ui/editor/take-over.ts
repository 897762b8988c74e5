// The hand-over from the plain field to Monaco: whoever is writing goes on writing at the same place.
import type { Editor } from './file-models.ts'
import { rangeOf } from './range-of.ts'

/** Characters from the start of the text. */
export interface Selection {
  readonly start: number
  readonly end: number
}

/** Null where nobody is writing. */
export function selectionIn(field: HTMLTextAreaElement | null | undefined): Selection | null {
  if (!field || field.ownerDocument.activeElement !== field) return null
  return { start: field.selectionStart, end: field.selectionEnd }
}

/** The editor's model holds the text that the selection is of. */
export function goOnWriting(editor: Editor, { start, end }: Selection): void {
  const model = editor.getModel()
  if (!model) return
  editor.setSelection(rangeOf(model, start, end))
  editor.revealPositionInCenterIfOutsideViewport(model.getPositionAt(end))
  editor.focus()
}
