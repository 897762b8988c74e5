// A beat's notes: paragraphs of plain words; what stands between backticks is code.
import type { Beat } from '../../present/talk.ts'

export function Notes({ beat }: { readonly beat: Beat }) {
  return beat.notes.map((paragraph, index) => (
    <p key={index}>
      {paragraph.split('`').map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part))}
    </p>
  ))
}
