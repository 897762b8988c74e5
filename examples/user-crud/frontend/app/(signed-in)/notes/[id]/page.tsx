import type { Metadata } from 'next'
import { deleteNote, updateNote } from '@/actions/notes'
import { ConfirmForm } from '@/components/confirm-form'
import { NoteForm } from '@/components/note-form'
import { readNote } from '@/lib/dal'
import styles from './note.module.css'

type Props = PageProps<'/notes/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await readNote((await params).id)).title }
}

export default async function NotePage({ params }: Props) {
  const { id, title, text } = await readNote((await params).id)

  return (
    <div className="card">
      <h1 className={styles.title}>{title}</h1>
      <NoteForm action={updateNote.bind(null, id)} values={{ title, text }} label="Save" />
      <div className={styles.delete}>
        <ConfirmForm
          action={deleteNote.bind(null, id)}
          label="Delete …"
          question="Delete this note for good?"
          confirm="Yes, delete"
        />
      </div>
    </div>
  )
}
