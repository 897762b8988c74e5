'use client'
// A lesson's page: its prose at once, the playground around it as soon as that has loaded. No bar or foot of the site's.
import { use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { SchemeSwitch } from '../SchemeSwitch.tsx'
import { HomeLink } from '../HomeLink.tsx'
import { LessonContext } from './lesson-context.ts'
import styles from './lesson.module.css'

type Parts = Awaited<ReturnType<typeof loadParts>>

async function loadParts() {
  return (await import('@playground/index.ts')).loadLessonParts()
}

interface LessonPageProps {
  readonly slug: string
  readonly title: string
  readonly idea: string
  readonly children: ReactNode
}

export function LessonPage({ slug, title, idea, children }: LessonPageProps) {
  const parts = useParts()
  const [shown, setShown] = useState<{ readonly id: string; readonly isLast: boolean } | null>(null)
  const onPage = useMemo(
    () => ({
      step: shown?.id ?? null,
      isLast: shown?.isLast ?? true,
      Tools: shown === null || parts === null ? null : parts.StepTools,
    }),
    [shown, parts],
  )
  const prose = (
    <article className={styles.prose} data-pagefind-body>
      <p className={styles.number}>Lesson {Number(slug.slice(0, 2))}</p>
      <h1>{title}</h1>
      <p className={styles.idea}>{idea}</p>
      {children}
    </article>
  )
  return (
    <LessonContext value={onPage}>
      {parts === null ? (
        <Shell>{prose}</Shell>
      ) : (
        <parts.Lesson slug={slug} onStep={setShown} trailing={<SchemeSwitch />}>
          <InShell>{prose}</InShell>
        </parts.Lesson>
      )}
    </LessonContext>
  )
}

/** While the lesson opens, its prose stands where it will stand. */
function InShell({ children }: { readonly children: ReactNode }) {
  const { step } = use(LessonContext)
  return step === null ? <Shell>{children}</Shell> : children
}

function Shell({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.shell}>
      <header className={styles.bar}>
        <HomeLink />
      </header>
      <main className={styles.panes}>
        <div className={styles.text}>{children}</div>
        <div className={styles.pane} />
        <div className={styles.pane} />
      </main>
    </div>
  )
}

function useParts(): Parts | null {
  const [parts, setParts] = useState<Parts | null>(null)
  useEffect(() => {
    let gone = false
    loadParts().then(
      (loaded) => !gone && setParts(loaded),
      // The prose stays, with all its steps; the console says what did not load.
      (cause: unknown) => console.error(cause),
    )
    return () => {
      gone = true
    }
  }, [])
  return parts
}
