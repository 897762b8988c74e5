// Two exchanges beside each other, line by line, in place of the detail.
import { ArrowLeft, X } from 'lucide-react'
import type { NumberedExchange } from '../../session/session.ts'
import { copy } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { focusOnMount } from '../controls/focus-on-mount.ts'
import { Difference } from '../difference/Difference.tsx'
import { useWire, useWireStore } from '../store/session-context.tsx'
import { toComparable } from './compare.ts'
import styles from './wire.module.css'

interface ComparisonProps {
  readonly first: NumberedExchange
  readonly second: NumberedExchange
  readonly canGoBack: boolean
}

export function Comparison({ first, second, canGoBack }: ComparisonProps) {
  const store = useWireStore()
  const withSecrets = useWire((state) => state.areSecretsShown)
  const before = toComparable(first, { withSecrets })
  const after = toComparable(second, { withSecrets })
  const label = copy.wire.beside(first.number, second.number)
  return (
    <div className={styles.detail} role="region" aria-label={label}>
      <div className={styles.detailHead}>
        {canGoBack && (
          <Button look="quiet" ref={focusOnMount} onClick={() => store.setDetail(false)}>
            <ArrowLeft aria-hidden /> {copy.wire.back}
          </Button>
        )}
        <span className={styles.crossing}>{label}</span>
        <Button look="quiet" onClick={() => store.compareWith(null)}>
          <X aria-hidden /> {copy.wire.stopComparing}
        </Button>
      </div>
      <p className={styles.sentence}>{before === after ? copy.wire.same : copy.wire.comparison}</p>
      {before !== after && (
        <Difference before={before} after={after} label={copy.wire.differences} />
      )}
    </div>
  )
}
