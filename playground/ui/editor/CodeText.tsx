// A text with its colours, to read only.
import { useCallback, useState } from 'react'
import { useHighlighted } from './use-highlighted.ts'
import styles from './editor.module.css'

export function CodeText({ path, text }: { readonly path: string; readonly text: string }) {
  const [isSeen, setSeen] = useState(false)
  const watch = useCallback(
    (element: HTMLElement | null) => (element ? whenSeen(element, () => setSeen(true)) : undefined),
    [],
  )
  const html = useHighlighted(path, text, isSeen)
  if (html === null)
    return (
      <pre ref={watch} className={styles.text}>
        {text}
      </pre>
    )
  // Shiki escapes the text; what is inserted is spans of colour only.
  return <div className={styles.text} dangerouslySetInnerHTML={{ __html: html }} />
}

/** Colours take a third of a second to be there: not for the code behind another view of a phone. */
function whenSeen(element: HTMLElement, then: () => void): () => void {
  const observer = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) then()
  })
  observer.observe(element)
  return () => observer.disconnect()
}
