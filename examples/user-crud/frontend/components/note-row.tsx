import Link from 'next/link'
import { setPinned } from '@/actions/notes'
import type { NoteSummary } from '@/lib/dal'
import { NoteLook } from './note-look'
import styles from './note-row.module.css'
import { PinButton } from './pin-button'
import { Day } from './day'

export function NoteRow({ note }: { note: NoteSummary }) {
  return (
    <li className={styles.row}>
      <PinButton
        action={setPinned.bind(null, note.id, !note.pinned)}
        title={note.title}
        pinned={note.pinned}
      />
      <div className={styles.note}>
        <Link href={`/notes/${note.id}`} className={styles.title}>
          {note.title}
        </Link>
        <NoteLook id={note.id} title={note.title} />
      </div>
      <Day of={note.updated_at} />
    </li>
  )
}
