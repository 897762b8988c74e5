// The colours of a text, line by line, kept over edits: a key colours the lines that follow from it, and long work is done
// in slices so that the next key never waits for it. Pure; use-coloured-lines.ts joins it to a page.
import type { ColouredPart } from './highlighter.ts'

export interface ColouredLine {
  readonly text: string
  /** Null: not coloured yet. */
  readonly parts: readonly ColouredPart[] | null
}

/** Colours one line. `before`: where the grammar stood after the line above, absent for the first. */
export type ColourLine<State> = (
  text: string,
  before: State | undefined,
) => { readonly parts: readonly ColouredPart[]; readonly after: State }

export interface LineColours {
  /** The lines of this text, with the colours known by now; those below an edit keep theirs until they are looked at anew. */
  linesOf(text: string): readonly ColouredLine[]
  /** Colours on, from the top, for about so many milliseconds. True while lines are left. */
  work(milliseconds: number): boolean
}

interface KnownLine<State> extends ColouredLine {
  readonly after: State | null
}

export function createLineColours<State>(colour: ColourLine<State>): LineColours {
  let lines: KnownLine<State>[] = []
  /** So many lines from the top have the colours of the text as it is. */
  let done = 0
  const colourNext = () => {
    const known = lines[done]
    if (!known) return
    const { parts, after } = colour(known.text, lines[done - 1]?.after ?? undefined)
    // What looks as before stays the same object: nothing is drawn again for it.
    const isSame = JSON.stringify(known.parts) === JSON.stringify(parts)
    lines[done] = { text: known.text, parts: isSame ? known.parts : parts, after }
    done += 1
  }
  return {
    linesOf(text) {
      const texts = text.split('\n')
      const { above, below } = unchanged(lines, texts)
      if (above === texts.length && above === lines.length) return lines
      const shift = lines.length - texts.length
      lines = texts.map((line, index) => {
        const isBelow = index >= texts.length - below
        const old = index < above ? lines[index] : isBelow ? lines[index + shift] : undefined
        return old ?? { text: line, parts: null, after: null }
      })
      const wasDone = done > above
      done = Math.min(done, above)
      // The line that is being written keeps its colours while it is written.
      if (wasDone) colourNext()
      return lines
    },
    work(milliseconds) {
      const end = performance.now() + milliseconds
      while (done < lines.length && performance.now() < end) colourNext()
      return done < lines.length
    },
  }
}

/** How many lines at the top, and how many others at the bottom, are the same in both. */
function unchanged(before: readonly ColouredLine[], now: readonly string[]) {
  const most = Math.min(before.length, now.length)
  let above = 0
  while (above < most && before[above]?.text === now[above]) above += 1
  let below = 0
  while (below < most - above && before.at(-1 - below)?.text === now.at(-1 - below)) below += 1
  return { above, below }
}
