// A file's lines with the colours of the editor, made strong enough for a stage; plain until the highlighter is there.
import { useEffect, useMemo, useState } from 'react'
import type { ColouredPart } from '../../editor/highlighter.ts'
import { languageOf } from '../../editor/language-of.ts'
import { useDark } from '../../layout/use-dark.ts'
import { readable } from './contrast.ts'

type Highlight = (text: string, language: string, dark: boolean) => CodeLines | null
export type CodeLines = readonly (readonly ColouredPart[])[]

/** What a bright line stands on: `--be-stage-bright` of stage.module.css. */
export const BRIGHT_GROUND = { light: '#eef0ff', dark: '#1d2650' }

export function useCodeLines(path: string, text: string): CodeLines {
  const dark = useDark()
  const [highlight, setHighlight] = useState<Highlight | null>(null)
  useEffect(() => {
    let gone = false
    loadHighlight().then(
      (loaded) => !gone && setHighlight(() => loaded),
      () => undefined, // Colours are not needed to read.
    )
    return () => {
      gone = true
    }
  }, [])
  return useMemo(() => {
    const shown = text.replace(/\n$/, '')
    const plain = () => shown.split('\n').map((line) => [{ text: line, colour: undefined }])
    return highlight?.(shown, languageOf(path).id, dark) ?? plain()
  }, [highlight, path, text, dark])
}

export async function loadHighlight(): Promise<Highlight> {
  const { highlightLines, loadHighlighter } = await import('../../editor/highlighter.ts')
  const highlighter = await loadHighlighter()
  return (text, language, dark) => {
    const ground = dark ? BRIGHT_GROUND.dark : BRIGHT_GROUND.light
    return (
      highlightLines(highlighter, text, language, dark)?.map((line) =>
        line.map(({ text: part, colour }) => ({
          text: part,
          colour: colour === undefined ? colour : readable(colour, ground),
        })),
      ) ?? null
    )
  }
}
