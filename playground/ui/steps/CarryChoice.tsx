// The learner's files or the step's: all of them, since one of each may not fit the other.
import { Button } from '../controls/Button.tsx'
import { lessonCopy } from '../lesson/lesson-copy.ts'
import { useLesson, useLessonState } from '../lesson/lesson-context.tsx'
import styles from './steps.module.css'

export function CarryChoice({ onChosen }: { readonly onChosen?: () => void }) {
  const run = useLesson()
  const { conflicts, step } = useLessonState()
  const decide = (take: 'mine' | 'step') => {
    run.decide(take)
    onChosen?.()
  }
  return (
    <div className={styles.carryChoice}>
      <Button onClick={() => decide('mine')}>{lessonCopy.keepMine}</Button>
      <Button onClick={() => decide('step')}>
        {lessonCopy.useSteps(step + 1, conflicts.length)}
      </Button>
    </div>
  )
}
