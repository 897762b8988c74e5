// The chosen engine could not be had, and the own one runs instead: why, and that nothing is lost.
import type { Failure } from '../../runtime/wire/failure.ts'
import { copy } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { useSession } from '../store/session-context.tsx'
import { engineCopy } from './engine-copy.ts'
import styles from '../preview/preview.module.css'

export function ReplacedCard({ failure }: { readonly failure: Failure }) {
  const session = useSession()
  return (
    <section className={styles.failureCard} role="alert">
      <p className={styles.failureTitle}>{engineCopy.replacedTitle}</p>
      <p>
        {failure.message} {engineCopy.replaced}
      </p>
      <div className={styles.errorActions}>
        <Button onClick={session.dismissFailure}>{copy.failure.dismiss}</Button>
      </div>
    </section>
  )
}
