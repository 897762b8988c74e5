import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { NoteRow } from '@/components/note-row'
import { Notice } from '@/components/notice'
import { Pager } from '@/components/pager'
import { SearchForm } from '@/components/search-form'
import { listNotes } from '@/lib/dal'
import { readSearch } from '@/lib/search'
import styles from '../list.module.css'
import Loading from '../loading'

export const metadata: Metadata = { title: 'Notes' }

type Props = PageProps<'/notes'>

export default function NotesPage({ searchParams }: Props) {
  // In the page itself: loading.tsx stands above what all these pages share, and does not show between two of them.
  return (
    <Suspense fallback={<Loading />}>
      <Notes searchParams={searchParams} />
    </Suspense>
  )
}

async function Notes({ searchParams }: Pick<Props, 'searchParams'>) {
  const search = readSearch(await searchParams)
  const notes = await listNotes(search)

  return (
    <>
      <Notice of={searchParams} />
      <div className={styles.head}>
        <h1>Notes</h1>
        <p className="soft" role="status">
          {notes.total} {search.q ? 'found' : 'in all'}
        </p>
        <Link href="/notes/new" className="button primary">
          New note
        </Link>
      </div>

      <SearchForm path="/notes" label="Any word in your notes" q={search.q} />

      {notes.items.length > 0 ? (
        <ul className={styles.list}>
          {notes.items.map((note) => (
            <NoteRow key={note.id} note={note} />
          ))}
        </ul>
      ) : (
        <div className={styles.empty}>
          <p>{emptyText(notes.total, search.q)}</p>
          {notes.total > 0 && <Link href="/notes">To the first page</Link>}
        </div>
      )}

      <Pager path="/notes" search={search} pages={notes.pages} />
    </>
  )
}

function emptyText(total: number, q: string): string {
  if (total > 0) return 'This page is past the end.'
  return q
    ? 'No note has these words. Fewer may find more.'
    : 'Nothing here yet. The first note is the shortest.'
}
