import type { Metadata } from 'next'
import { Suspense } from 'react'
import { deleteNote, updateNote } from '@/actions/notes'
import { ConfirmForm } from '@/components/confirm-form'
import { NoteForm } from '@/components/note-form'
import { readNote } from '@/lib/dal'
import Loading from '../../loading'
import styles from './note.module.css'

type Props = PageProps<'/notes/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await readNote((await params).id)).title }
}

export default function NotePage({ params }: Props) {
  return (
    <Suspense fallback={<Loading />}>
      <Note params={params} />
    </Suspense>
  )
}

async function Note({ params }: Pick<Props, 'params'>) {
  const { id, title, text, updated_at: version } = await readNote((await params).id)

  return (
    <div className="card">
      <h1 className={styles.title}>{title}</h1>
      {/* Next keeps this page when it is left, and a form keeps what it began with: a note that was saved has another. */}
      <NoteForm
        key={version}
        action={updateNote.bind(null, id)}
        values={{ title, text }}
        label="Save"
      />
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
