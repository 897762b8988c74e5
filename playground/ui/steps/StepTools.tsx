// Below the words of a task: its checks, the ways out (solution, reset), and the ways on. The site's prose places it.
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { useViewStore } from '../store/session-context.tsx'
import { CheckRow } from './CheckRow.tsx'
import { lessonCopy } from '../lesson/lesson-copy.ts'
import { useLesson, useLessonState } from '../lesson/lesson-context.tsx'
import { RunChecks } from './RunChecks.tsx'
import tokens from '../tokens.module.css'
import styles from './steps.module.css'

/** Nothing for a step that is not shown: its checks belong to it alone. */
export function StepTools({ step: id }: { readonly step: string }) {
  const { lesson } = useLesson()
  const { step, checks, failure } = useLessonState()
  const view = useViewStore()
  if (lesson.steps[step]?.id !== id) return null
  return (
    <div className={tokens.tokens}>
      <ul className={styles.checks} aria-label={lessonCopy.checks}>
        {checks.map((check) => (
          <CheckRow key={check.name} {...check} />
        ))}
      </ul>
      {failure !== null && <p className={styles.reason}>{lessonCopy.couldNotRun(failure)}</p>}
      <div className={styles.tools}>
        <RunChecks />
        <span className={styles.waysOut}>
          <Button look="quiet" onClick={() => view.openDialog({ type: 'solution' })}>
            {lessonCopy.solution}
          </Button>
          <Button look="quiet" onClick={() => view.openDialog({ type: 'reset' })}>
            {lessonCopy.reset}
          </Button>
        </span>
      </div>
      <Ways />
    </div>
  )
}

function Ways() {
  const { lesson } = useLesson()
  const { step, checks } = useLessonState()
  const before = lesson.steps[step - 1]
  const after = lesson.steps[step + 1]
  const isDone = checks.length > 0 && checks.every(({ outcome }) => outcome?.state === 'passed')
  return (
    <nav className={styles.ways} aria-label={lessonCopy.waysOn}>
      {isDone && (
        <p className={styles.done}>{after ? lessonCopy.stepDone : lessonCopy.lessonDone}</p>
      )}
      {before && (
        <a className={styles.wayBack} href={`#${before.id}`}>
          <ArrowLeft aria-hidden /> {lessonCopy.previous(step)}
        </a>
      )}
      {after && (
        <a className={styles.wayOn} href={`#${after.id}`} data-ready={isDone}>
          {lessonCopy.next(step + 2, after.title)} <ArrowRight aria-hidden />
        </a>
      )}
    </nav>
  )
}
