import type { ReactNode } from 'react'
import styles from './message.module.css'

interface MessageProps {
  title: string
  text: string
  /** What to do now. */
  children: ReactNode
}

export function Message({ title, text, children }: MessageProps) {
  return (
    <div className={styles.message}>
      <h1>{title}</h1>
      <p className="soft">{text}</p>
      {children}
    </div>
  )
}
