// The button that runs the checks of the step, and how many pass.
import { ListChecks } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { useStatus } from '../store/session-context.tsx'
import { lessonCopy } from '../lesson/lesson-copy.ts'
import { useLesson, useLessonState } from '../lesson/lesson-context.tsx'
import styles from './steps.module.css'

export function RunChecks() {
  const run = useLesson()
  const { checks, isRunning } = useLessonState()
  const engine = useStatus('engine')
  const passed = checks.filter(({ outcome }) => outcome?.state === 'passed').length
  const notRun = checks.filter(({ outcome }) => outcome?.state === 'not-run').length
  const wasRun = checks.some(({ outcome }) => outcome !== null)
  const idle = engine === 'running' ? lessonCopy.run : lessonCopy.startAndRun
  return (
    <div className={styles.runChecks}>
      <Button
        look="primary"
        aria-disabled={isRunning || undefined}
        onClick={() => !isRunning && void run.runChecks()}
      >
        <ListChecks aria-hidden /> {isRunning ? lessonCopy.running : idle}
      </Button>
      {wasRun && (
        <span className={styles.count}>
          {lessonCopy.passed(passed, checks.length)}
          {notRun > 0 && `, ${lessonCopy.notRun(notRun)}`}
        </span>
      )}
    </div>
  )
}
