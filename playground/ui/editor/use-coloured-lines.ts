// A text's lines with their colours: plain until they are wanted and the highlighter is there, and for languages without
// a grammar. The work is done in slices between which the page answers.
import { useEffect, useMemo, useState } from 'react'
import { useDark } from '../layout/use-dark.ts'
import { languageOf } from './language-of.ts'
import { createLineColours, type ColouredLine, type LineColours } from './line-colours.ts'

type MakeColours = (language: string, dark: boolean) => LineColours | null

/** More than this would be felt on every key; it is shown plain. */
const LIMIT_CHARACTERS = 60_000
/** Milliseconds; half of what a picture may take. */
const SLICE = 8

/** Null: plain. */
export function useColouredLines(
  path: string,
  text: string,
  isWanted: boolean,
): readonly ColouredLine[] | null {
  const dark = useDark()
  const make = useMakeColours(isWanted)
  const language = languageOf(path).id
  const isPlain = text.length > LIMIT_CHARACTERS
  const colours = useMemo(
    () => (isPlain ? null : (make?.(language, dark) ?? null)),
    [make, language, dark, isPlain],
  )
  // What is kept between two calls only saves work: the same text has the same lines.
  const lines = colours?.linesOf(text) ?? null
  const [, setRound] = useState(0)
  useEffect(() => {
    if (!colours) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const go = () => {
      timer = colours.work(SLICE) ? setTimeout(go, 0) : undefined
      setRound((round) => round + 1)
    }
    timer = setTimeout(go, 0)
    return () => clearTimeout(timer)
  }, [colours, text])
  return lines
}

function useMakeColours(isWanted: boolean): MakeColours | null {
  const [make, setMake] = useState<MakeColours | null>(null)
  useEffect(() => {
    if (!isWanted) return
    let gone = false
    loadMakeColours().then(
      (loaded) => !gone && setMake(() => loaded),
      () => undefined, // Colours are not needed to read or to type.
    )
    return () => {
      gone = true
    }
  }, [isWanted])
  return make
}

async function loadMakeColours(): Promise<MakeColours> {
  const { lineColourer, loadHighlighter } = await import('./highlighter.ts')
  const highlighter = await loadHighlighter()
  return (language, dark) => {
    const colour = lineColourer(highlighter, language, dark)
    return colour && createLineColours(colour)
  }
}
