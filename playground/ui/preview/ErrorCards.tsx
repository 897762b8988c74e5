// The learner's errors: amber, their own words, the code frame, a way to the line. The first one whole, the rest counted.
import { useEffect, useState } from 'react'
import type { LearnerError } from '../../runtime/wire/learner-error.ts'
import { copy } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { useStatus, useViewStore } from '../store/session-context.tsx'
import styles from './preview.module.css'

/** While someone types, each key can make and mend an error: shown only when it lasts. */
const SETTLE_MS = 300

export function ErrorCards() {
  const errors = useStatus('errors')
  const engine = useStatus('engine')
  const lasting = useLasting(errors)
  if (lasting.length === 0 || engine === 'stopped') return null
  return (
    <ul className={styles.errors} aria-label={copy.errors.yours}>
      {lasting.slice(0, 2).map((error, index) => (
        <li key={`${error.end}${index}`}>
          <ErrorCard error={error} />
        </li>
      ))}
      {lasting.length > 2 && (
        <li className={styles.moreErrors}>{copy.errors.more(lasting.length - 2)}</li>
      )}
    </ul>
  )
}

/** Errors that stayed a moment; that there are none shows at once. */
function useLasting(errors: readonly LearnerError[]): readonly LearnerError[] {
  const [lasting, setLasting] = useState(errors)
  useEffect(() => {
    const timer = setTimeout(() => setLasting(errors), errors.length === 0 ? 0 : SETTLE_MS)
    return () => clearTimeout(timer)
  }, [errors])
  return lasting
}

function ErrorCard({ error }: { readonly error: LearnerError }) {
  const view = useViewStore()
  const { place, codeFrame, stack, message, end } = error
  useEffect(() => view.say(copy.errors.announce(message)), [view, message])
  return (
    <article className={styles.errorCard}>
      <p className={styles.errorTitle}>{copy.errors[end](place?.file ?? null)}</p>
      {!codeFrame?.includes(message) && <p className={styles.errorMessage}>{message}</p>}
      {codeFrame !== null && <pre className={styles.frameText}>{codeFrame}</pre>}
      <div className={styles.errorActions}>
        {place && (
          <Button onClick={() => view.goToPlace(place)}>
            {copy.errors.goTo(place.file, place.line)}
          </Button>
        )}
        {stack !== null && (
          <details className={styles.details}>
            <summary>{copy.errors.details}</summary>
            <pre className={styles.frameText}>{stack}</pre>
          </details>
        )}
      </div>
    </article>
  )
}
