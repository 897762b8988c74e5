// The list of keys, from the same table that handles them, and the switch for plain letters.
import { copy } from '../copy.ts'
import { Sheet } from '../controls/Ask.tsx'
import { keysOf } from '../keys.ts'
import { useView, useViewStore } from '../store/session-context.tsx'
import styles from './layout.module.css'

export function KeysDialog({ page }: { readonly page: 'lesson' | 'playground' }) {
  const dialog = useView((state) => state.dialog)
  const plainKeys = useView((state) => state.plainKeys)
  const view = useViewStore()
  if (dialog?.type !== 'keys') return null
  return (
    <Sheet title={copy.keys.title} wide onClose={() => view.openDialog(null)}>
      <dl className={styles.keys}>
        {keysOf(page).map(({ shown, does, where }) => (
          <div key={`${does}${where}`} className={styles.key}>
            <dt>
              {shown.map((key) => (
                <kbd key={key} className={styles.cap}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>
              {does} <span className={styles.where}>{where}</span>
            </dd>
          </div>
        ))}
      </dl>
      <label className={styles.plainKeys}>
        <input
          type="checkbox"
          checked={plainKeys}
          onChange={({ target }) => view.setState({ plainKeys: target.checked })}
        />
        <span>
          {copy.keys.off}
          <span className={styles.where}>{copy.keys.offLine}</span>
        </span>
      </label>
    </Sheet>
  )
}
