// Comparing with the step's file, and the solution: both show the difference first, and only a button writes.
import { Sheet } from '../controls/Ask.tsx'
import { Button } from '../controls/Button.tsx'
import { useSession, useView, useViewStore } from '../store/session-context.tsx'
import { Difference } from '../difference/Difference.tsx'
import { lessonCopy } from '../lesson/lesson-copy.ts'
import { useLesson, useLessonState } from '../lesson/lesson-context.tsx'
import { CarryChoice } from './CarryChoice.tsx'
import styles from './steps.module.css'

export function LessonDialogs() {
  const dialog = useView((state) => state.dialog)
  if (dialog?.type === 'solution') return <Solution />
  if (dialog?.type === 'compare') return <Compare />
  return null
}

function Solution() {
  const run = useLesson()
  const view = useViewStore()
  const { step } = useLessonState()
  const files = run.solution()
  const use = (paths: readonly string[]) => {
    run.useSolution(paths)
    if (run.solution().length > 0) return
    view.openDialog(null)
    view.tell(lessonCopy.used)
  }
  return (
    <Sheet
      title={lessonCopy.solutionTitle(step + 1)}
      line={files.length === 0 ? lessonCopy.solutionNone : lessonCopy.solutionLine}
      className={styles.diffSheet}
      onClose={() => view.openDialog(null)}
    >
      {files.map(({ path, mine, solution }) => (
        <div key={path} className={styles.diffFile}>
          <header className={styles.diffHead}>
            <code>{path}</code>
            <Button onClick={() => use([path])}>{lessonCopy.useFile}</Button>
          </header>
          {solution === null && <p>{lessonCopy.removesFile}</p>}
          <Difference before={mine} after={solution ?? ''} label={path} />
        </div>
      ))}
      {files.length > 1 && (
        <Button look="primary" onClick={() => use(files.map(({ path }) => path))}>
          {lessonCopy.useAll}
        </Button>
      )}
    </Sheet>
  )
}

function Compare() {
  const run = useLesson()
  const session = useSession()
  const view = useViewStore()
  const { conflicts, step } = useLessonState()
  const textOf = (path: string) => {
    const mine = session.workspace.read(path)
    return typeof mine === 'string' ? mine : ''
  }
  return (
    <Sheet
      title={lessonCopy.compareTitle(step + 1)}
      line={lessonCopy.compareLine}
      className={styles.diffSheet}
      onClose={() => view.openDialog(null)}
    >
      {conflicts.map((path) => (
        <div key={path} className={styles.diffFile}>
          <header className={styles.diffHead}>
            <code>{path}</code>
          </header>
          <Difference before={textOf(path)} after={run.stepFile(path) ?? ''} label={path} />
        </div>
      ))}
      <div className={styles.tools}>
        <CarryChoice onChosen={() => view.openDialog(null)} />
      </div>
    </Sheet>
  )
}
