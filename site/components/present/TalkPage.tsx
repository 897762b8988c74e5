'use client'
// A talk's page: its beats to be read, with links to the stage. With `?present` the stage takes its place.
import { useEffect, useState, type ReactNode } from 'react'
import { HomeLink } from '../HomeLink.tsx'
import { SchemeSwitch } from '../SchemeSwitch.tsx'
import { isPresenting } from './is-presenting.ts'
import styles from './talk.module.css'

type Parts = Awaited<ReturnType<typeof loadParts>>

async function loadParts() {
  return (await import('@playground/index.ts')).loadPresenter()
}

interface TalkPageProps {
  readonly slug: string
  readonly title: string
  readonly idea: string
  readonly minutes: number
  readonly children: ReactNode
}

export function TalkPage({ slug, title, idea, minutes, children }: TalkPageProps) {
  const parts = useParts()
  if (parts) return <parts.Presenter slug={slug} />
  return (
    <>
      <header className={styles.bar}>
        <HomeLink />
        <SchemeSwitch />
      </header>
      <main className={styles.page}>
        <article data-pagefind-body>
          <p className={styles.minutes}>A talk of {minutes} minutes</p>
          <h1>{title}</h1>
          <p className={styles.idea}>{idea}</p>
          <p className={styles.actions}>
            {/* Plain links: the stage is loaded anew, with nothing of this page beside it. */}
            <a className={styles.main} href="?present&ready">
              Get ready
            </a>
            <a href="?present">Go on stage</a>
            <a href="/present/">All talks</a>
          </p>
          {children}
        </article>
      </main>
    </>
  )
}

function useParts(): Parts | null {
  const [parts, setParts] = useState<Parts | null>(null)
  useEffect(() => {
    if (!isPresenting()) return
    let gone = false
    loadParts().then(
      (loaded) => !gone && setParts(loaded),
      // The talk can be read; the console says what did not load.
      (cause: unknown) => console.error(cause),
    )
    return () => {
      gone = true
    }
  }, [])
  return parts
}
