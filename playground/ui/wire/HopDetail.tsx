// The detail of a row: a sentence on top, then headers, cookies and bodies, or the statement. Secrets are dots until asked.
import { ArrowLeft, GitCompareArrows, Repeat2 } from 'lucide-react'
import type { Hop, HttpHop } from '../../runtime/wire/hop.ts'
import type { NumberedExchange } from '../../session/session.ts'
import { copy } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { focusOnMount } from '../controls/focus-on-mount.ts'
import { useViewStore, useWire, useWireStore } from '../store/session-context.tsx'
import { listCodePlaces } from './code-places.ts'
import { CodePlaces } from './CodePlaces.tsx'
import { HttpSections } from './HttpSections.tsx'
import { crossing } from './places.ts'
import type { WireRow } from './rows.ts'
import { describeExchange, describeHop } from './sentences.ts'
import { SqlSections } from './SqlSections.tsx'
import { toReplay } from './replay.ts'
import { useReplay } from './use-replay.ts'
import { CopyMenu } from './WireMenus.tsx'
import styles from './wire.module.css'

export function HopDetail({
  row,
  canGoBack,
}: {
  readonly row: WireRow | null
  readonly canGoBack: boolean
}) {
  const store = useWireStore()
  const shown = useWire((state) => state.areSecretsShown)
  if (!row) return <p className={styles.empty}>{copy.wire.pick}</p>
  const leaveByEscape = (element: HTMLElement | null) => {
    const leave = ({ key }: KeyboardEvent) => key === 'Escape' && store.setDetail(false)
    element?.addEventListener('keydown', leave)
    return () => element?.removeEventListener('keydown', leave)
  }
  const hop = hopOf(row)
  return (
    <div
      className={styles.detail}
      role="region"
      aria-label={hop ? crossing(hop) : copy.wire.aside}
      ref={leaveByEscape}
    >
      <div className={styles.detailHead}>
        {canGoBack && (
          <Button look="quiet" ref={focusOnMount} onClick={() => store.setDetail(false)}>
            <ArrowLeft aria-hidden /> {copy.wire.back}
          </Button>
        )}
        {hop && <Crossing hop={hop} />}
        {hop?.type === 'http' && (
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={shown}
              onChange={({ target }) => store.setSecrets(target.checked)}
            />
            {copy.wire.showSecrets}
          </label>
        )}
        {hop?.type === 'http' && <ReplayButton hop={hop} />}
        {hop?.type === 'http' && <CompareButton exchange={row.exchange} />}
        {hop?.type === 'http' && <CopyMenu hop={hop} />}
      </div>
      <p className={styles.sentence}>
        {row.type === 'hop' || row.type === 'cookie'
          ? describeHop(row.hop)
          : describeExchange(row.exchange)}
      </p>
      <CodePlaces
        places={listCodePlaces(hop && row.type !== 'exchange' ? [hop] : row.exchange.hops)}
      />
      {hop?.type === 'http' && <HttpSections hop={hop} areSecretsShown={shown} />}
      {hop?.type === 'sql' && <SqlSections hop={hop} />}
    </div>
  )
}

function ReplayButton({ hop }: { readonly hop: HttpHop }) {
  const replay = useReplay()
  const request = toReplay(hop)
  if (!request) return null
  return (
    <Button look="quiet" onClick={() => void replay(request)}>
      <Repeat2 aria-hidden /> {copy.wire.replay}
    </Button>
  )
}

function CompareButton({ exchange }: { readonly exchange: NumberedExchange }) {
  const view = useViewStore()
  const store = useWireStore()
  const compare = () => {
    store.compareWith(exchange.id)
    // Where the detail covers the list, the other one is chosen there.
    store.setDetail(false)
    view.tell(copy.wire.pickOther(exchange.number))
  }
  return (
    <Button look="quiet" onClick={compare}>
      <GitCompareArrows aria-hidden /> {copy.wire.compare}
    </Button>
  )
}

function Crossing({ hop }: { readonly hop: Hop }) {
  const [from, to] = crossing(hop).split(' → ')
  return (
    <span className={styles.crossing}>
      <span className={styles[hop.from]}>{from}</span> →{' '}
      <span className={styles[hop.to]}>{to}</span>
    </span>
  )
}

/** null of statements that no request caused. */
function hopOf(row: WireRow): Hop | null {
  if (row.type === 'aside') return null
  return row.type === 'exchange' ? row.root : row.hop
}
