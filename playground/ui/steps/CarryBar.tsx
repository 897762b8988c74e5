// “Step 3 brings its own page.tsx”: the learner's files stay until they say otherwise, once for all of them.
import { shortName } from '../../runtime/workspace/path.ts'
import { Button } from '../controls/Button.tsx'
import { useViewStore } from '../store/session-context.tsx'
import { lessonCopy } from '../lesson/lesson-copy.ts'
import { useLessonState } from '../lesson/lesson-context.tsx'
import { CarryChoice } from './CarryChoice.tsx'
import styles from './steps.module.css'

export function CarryBar() {
  const view = useViewStore()
  const { conflicts, step } = useLessonState()
  if (conflicts.length === 0) return null
  const names = conflicts.map((path) => shortName(path, conflicts))
  return (
    <div className={styles.carry}>
      <span>{lessonCopy.brings(step + 1, names)}</span>
      <CarryChoice />
      <Button look="link" onClick={() => view.openDialog({ type: 'compare' })}>
        {lessonCopy.compare}
      </Button>
    </div>
  )
}
