// A text with its colours, to read only.
import { useHighlighted } from './use-highlighted.ts'
import styles from './editor.module.css'

export function CodeText({ path, text }: { readonly path: string; readonly text: string }) {
  const html = useHighlighted(path, text)
  if (html === null) return <pre className={styles.text}>{text}</pre>
  // Shiki escapes the text; what is inserted is spans of colour only.
  return <div className={styles.text} dangerouslySetInnerHTML={{ __html: html }} />
}
