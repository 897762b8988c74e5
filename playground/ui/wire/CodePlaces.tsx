// "main.py:31": the learner's lines behind what is shown, each a way there.
import type { CodePlace } from '../../runtime/wire/learner-error.ts'
import { baseName } from '../../runtime/workspace/path.ts'
import { Button } from '../controls/Button.tsx'
import { copy } from '../copy.ts'
import { useViewStore } from '../store/session-context.tsx'
import styles from './wire.module.css'

export function CodePlaces({ places }: { readonly places: readonly CodePlace[] }) {
  const view = useViewStore()
  if (places.length === 0) return null
  return (
    <p className={styles.places}>
      <span className={styles.label}>{copy.wire.code}</span>
      {places.map((place) => (
        <Button
          key={`${place.file}:${place.line}`}
          look="link"
          title={place.file}
          onClick={() => view.goToPlace(place)}
        >
          {baseName(place.file)}:{place.line}
        </Button>
      ))}
    </p>
  )
}
