// One printed line: who printed it, how serious it is (a shape and a word, not only a colour), and where.
import { CircleX, TriangleAlert } from 'lucide-react'
import type { NumberedLine } from '../../session/session.ts'
import { copy } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { joinClasses } from '../controls/join-classes.ts'
import { useViewStore } from '../store/session-context.tsx'
import { baseName } from '../../runtime/workspace/path.ts'
import styles from './console.module.css'

export function ConsoleLineView({
  line: { source, level, text, place },
}: {
  readonly line: NumberedLine
}) {
  const view = useViewStore()
  return (
    <div className={joinClasses(styles.line, styles[level])}>
      <span className={joinClasses(styles.mark, styles[source])}>
        {copy.console.sources[source]}
      </span>
      {level === 'error' && <CircleX role="img" aria-label={copy.console.error} />}
      {level === 'warn' && <TriangleAlert role="img" aria-label={copy.console.warning} />}
      <span className={styles.text}>{text}</span>
      {place && (
        <Button
          look="link"
          className={styles.place}
          title={place.file}
          onClick={() => view.goToPlace(place)}
        >
          {baseName(place.file)}:{place.line}
        </Button>
      )}
    </div>
  )
}
