// Step-through on the stage: what is about to cross, in one line.
import { copy } from '../../copy.ts'
import { PLACE_NAMES, shownPath } from '../../wire/places.ts'
import { useHeld } from '../../wire/use-held.ts'
import { presentCopy } from '../present-copy.ts'
import styles from './stage.module.css'

export function HeldHop() {
  const held = useHeld()
  const hop = held?.hop
  return (
    <p className={styles.held} role="status">
      {held && hop
        ? copy.wire.held(
            held.place,
            PLACE_NAMES[hop.from],
            PLACE_NAMES[hop.to],
            `${hop['http.request.method']} ${shownPath(hop)}`,
          )
        : copy.wire.nothingHeld}{' '}
      {presentCopy.stepHint}
    </p>
  )
}
