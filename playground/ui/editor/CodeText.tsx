// A text with its colours, to read only.
import { memo, useCallback, useState } from 'react'
import { useColouredLines } from './use-coloured-lines.ts'
import type { ColouredLine } from './line-colours.ts'
import styles from './editor.module.css'

export function CodeText({ path, text }: { readonly path: string; readonly text: string }) {
  const [isSeen, setSeen] = useState(false)
  const watch = useCallback(
    (element: HTMLElement | null) => (element ? whenSeen(element, () => setSeen(true)) : undefined),
    [],
  )
  const lines = useColouredLines(path, text, isSeen)
  if (lines === null)
    return (
      <pre ref={watch} className={styles.text}>
        {text}
      </pre>
    )
  return (
    <pre className={styles.text} data-coloured>
      {lines.map((line, index) => (
        // A line is its place: there is nothing else that tells two equal ones apart.
        <Line key={index} text={line.text} parts={line.parts} isLast={index === lines.length - 1} />
      ))}
    </pre>
  )
}

interface LineProps extends Pick<ColouredLine, 'text' | 'parts'> {
  readonly isLast: boolean
}

const Line = memo(function Line({ text, parts, isLast }: LineProps) {
  return (
    <span>
      {parts
        ? parts.map((part, index) => (
            <span key={index} style={{ color: part.colour }}>
              {part.text}
            </span>
          ))
        : text}
      {!isLast && '\n'}
    </span>
  )
})

/** Colours take a sixth of a second to be there: not for the code behind another view of a phone. */
function whenSeen(element: HTMLElement, then: () => void): () => void {
  const observer = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) then()
  })
  observer.observe(element)
  return () => observer.disconnect()
}
