'use client'
// A lesson's page: its prose at once, the playground around it as soon as that has loaded. No bar or foot of the site's.
import { use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { SchemeSwitch } from '../SchemeSwitch.tsx'
import { HomeLink } from '../HomeLink.tsx'
import { isPresenting } from '../present/is-presenting.ts'
import { LessonContext } from './lesson-context.ts'
import styles from './lesson.module.css'

type Parts = Awaited<ReturnType<typeof loadParts>>

async function loadParts() {
  const { loadLessonParts, loadPresenter } = await import('@playground/index.ts')
  return isPresenting() ? loadPresenter() : loadLessonParts()
}

interface LessonLink {
  readonly slug: string
  readonly title: string
}

interface LessonPageProps {
  readonly slug: string
  readonly title: string
  readonly idea: string
  readonly next: LessonLink | null
  readonly children: ReactNode
}

export function LessonPage({ slug, title, idea, next, children }: LessonPageProps) {
  const parts = useParts()
  const [shown, setShown] = useState<{ readonly id: string; readonly isLast: boolean } | null>(null)
  const onPage = useMemo(
    () => ({
      step: shown?.id ?? null,
      isLast: shown?.isLast ?? true,
      Tools: shown !== null && parts && 'StepTools' in parts ? parts.StepTools : null,
    }),
    [shown, parts],
  )
  const prose = (
    <article className={styles.prose} data-pagefind-body>
      <p className={styles.number}>Lesson {Number(slug.slice(0, 2))}</p>
      <h1>{title}</h1>
      <p className={styles.idea}>{idea}</p>
      {children}
      {onPage.isLast && <Onward next={next} />}
    </article>
  )
  if (parts && 'Presenter' in parts) return <parts.Presenter slug={slug} />
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

/** The lesson page loads its playground anew, so this is a plain link, as in the lesson's own menu. */
function Onward({ next }: { readonly next: LessonLink | null }) {
  return (
    <p className={styles.onward}>
      {next ? (
        <a href={`/learn/${next.slug}/`}>
          Lesson {Number(next.slug.slice(0, 2))}: {next.title}
        </a>
      ) : (
        <a href="/learn/">All lessons</a>
      )}
    </p>
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
