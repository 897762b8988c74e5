'use client'
// For those who come back: the lesson and step of their last visit. Nothing for others, and nothing without scripts.
import Link from 'next/link'
import { useSyncExternalStore } from 'react'
import { parseLastVisit, PROGRESS_KEY } from './last-visit.ts'
import styles from './lesson.module.css'

export function ContinueLink() {
  const visit = parseLastVisit(useSyncExternalStore(subscribe, readProgress, () => null))
  if (visit === null) return null
  const { lesson, step } = visit
  return (
    <Link className={styles.continue} href={`/learn/${lesson}/#${step}`}>
      Continue lesson {Number(lesson.slice(0, 2))}
    </Link>
  )
}

/** Another tab may have gone on. */
function subscribe(onChange: () => void): () => void {
  window.addEventListener('storage', onChange)
  return () => window.removeEventListener('storage', onChange)
}

function readProgress(): string | null {
  try {
    return window.localStorage.getItem(PROGRESS_KEY)
  } catch {
    return null // Site data is blocked: nothing was kept.
  }
}
