// “Step 3 brings its own page.tsx”: the learner's file stays until they say otherwise.
import { baseName } from '../../runtime/workspace/path.ts'
import { Button } from '../controls/Button.tsx'
import { useViewStore } from '../store/session-context.tsx'
import { lessonCopy } from '../lesson/lesson-copy.ts'
import { useLesson, useLessonState } from '../lesson/lesson-context.tsx'
import styles from './steps.module.css'

export function CarryBar() {
  const run = useLesson()
  const view = useViewStore()
  const { conflicts, step } = useLessonState()
  if (conflicts.length === 0) return null
  return (
    <ul className={styles.carry}>
      {conflicts.map((path) => (
        <li key={path} className={styles.carried}>
          <span>{lessonCopy.brings(step + 1, baseName(path))}</span>
          <Button onClick={() => run.decide(path, 'mine')}>{lessonCopy.keepMine}</Button>
          <Button onClick={() => run.decide(path, 'step')}>{lessonCopy.useSteps(step + 1)}</Button>
          <Button look="link" onClick={() => view.openDialog({ type: 'compare', path })}>
            {lessonCopy.compare}
          </Button>
        </li>
      ))}
    </ul>
  )
}
