'use client'
// docs/offline: what is kept on this device, group by group, with what it takes to keep the rest.
import type { GroupSize, KeptGroup, OfflineState } from '@playground/offline/offline.ts'
import { useEffect } from 'react'
import { useOffline, type OpenOffline } from './use-offline.ts'
import styles from './offline-pane.module.css'

const GROUPS: Record<KeptGroup, { readonly name: string; readonly keep: string }> = {
  site: { name: 'Pages, docs and search', keep: 'Keep all pages' },
  engines: { name: 'Engines, editor and the three examples', keep: 'Keep the engines' },
  lessons: { name: 'Lessons and reference examples', keep: 'Keep all lessons' },
}

export function OfflinePane() {
  const open = useOffline(true)
  const offline = open?.offline
  useEffect(() => void offline?.look(), [offline])
  const isLooking = open === null || (open.state.total === 0 && open.state.failure === null)
  return (
    <section className={styles.pane} aria-label="Kept on this device">
      {isLooking ? <p role="status">Looking at what is kept…</p> : <Kept {...open} />}
    </section>
  )
}

function Kept({ offline, state }: OpenOffline) {
  const { groups, kept, failure, doing } = state
  const isUsable = state.total > 0
  return (
    <>
      {isUsable && (
        <p className={styles.sum} role="status">
          {sentenceOf(state)}
        </p>
      )}
      {failure && (
        <p className={styles.trouble} role="alert">
          {failure.message} {failure.next}
        </p>
      )}
      {isUsable && (
        <>
          <ul className={styles.groups}>
            {groups.map((group) => (
              <GroupRow
                key={group.name}
                group={group}
                isBusy={doing !== 'nothing'}
                onKeep={() => {
                  askToStay()
                  // What fails is in the state.
                  void offline.keep(group.name).catch(() => undefined)
                }}
              />
            ))}
          </ul>
          <label className={styles.rehearsal}>
            <input
              type="checkbox"
              checked={state.isRehearsing}
              onChange={({ target }) =>
                void offline.rehearse(target.checked).catch(() => undefined)
              }
            />
            Refuse the network, to try it out
          </label>
          <button
            type="button"
            className={styles.quiet}
            disabled={kept === 0 || doing === 'removing'}
            onClick={() => void offline.remove().catch(() => undefined)}
          >
            Remove everything
          </button>
        </>
      )}
    </>
  )
}

interface GroupRowProps {
  readonly group: GroupSize
  readonly isBusy: boolean
  readonly onKeep: () => void
}

function GroupRow({ group, isBusy, onKeep }: GroupRowProps) {
  const { name, bytes, kept, download } = group
  const isWhole = kept === bytes
  return (
    <li className={styles.group}>
      <span className={styles.name}>{GROUPS[name].name}</span>
      <span className={styles.size}>
        {isWhole ? `${megabytes(bytes)} kept` : `${megabytes(kept)} of ${megabytes(bytes)} kept`}
      </span>
      {!isWhole && (
        <button type="button" className={styles.button} disabled={isBusy} onClick={onKeep}>
          {GROUPS[name].keep} ({megabytes(download)})
        </button>
      )}
    </li>
  )
}

function sentenceOf({ doing, kept, total, isRehearsing }: OfflineState): string {
  const amount = `${megabytes(kept)} of ${megabytes(total)}`
  if (doing === 'keeping') return `Keeping… ${amount} so far.`
  if (doing === 'removing') return 'Removing…'
  if (isRehearsing) return `${megabytes(kept)} kept. The network is refused, for a rehearsal.`
  return kept === total ? `Everything is kept: ${megabytes(kept)}.` : `${amount} kept.`
}

/** Decimal, as browsers and disks count. */
function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

/** Asks the browser not to clear it when room gets short. WebKitGTK has no such question, and Firefox asks the reader. */
function askToStay(): void {
  void navigator.storage?.persist?.().catch(() => undefined)
}
