// Colours for a text, as HTML of a `pre`; null until they are wanted and the highlighter is there, and for languages
// without a grammar.
import { useEffect, useState } from 'react'
import { useDark } from '../layout/use-dark.ts'
import { languageOf } from './language-of.ts'

type Highlight = (text: string, language: string, dark: boolean) => string | null

/** Colouring more than this on every key would be felt; it is shown plain. */
const LIMIT_CHARACTERS = 60_000

export function useHighlighted(path: string, text: string, isWanted: boolean): string | null {
  const dark = useDark()
  const [highlight, setHighlight] = useState<Highlight | null>(null)
  useEffect(() => {
    if (!isWanted) return
    let gone = false
    import('./highlighter.ts')
      .then(async (module) => {
        const highlighter = await module.loadHighlighter()
        if (!gone)
          setHighlight(
            () =>
              (...code: Parameters<Highlight>) =>
                module.highlight(highlighter, ...code),
          )
      })
      .catch(() => undefined) // Colours are not needed to read or to type.
    return () => {
      gone = true
    }
  }, [isWanted])
  if (!highlight || text.length > LIMIT_CHARACTERS) return null
  return highlight(text, languageOf(path).id, dark)
}
