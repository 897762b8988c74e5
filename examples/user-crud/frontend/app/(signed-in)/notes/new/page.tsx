import type { Metadata } from 'next'
import { Suspense } from 'react'
import { createNote } from '@/actions/notes'
import { NoteForm } from '@/components/note-form'
import { requireUser } from '@/lib/dal'
import Loading from '../../loading'

export const metadata: Metadata = { title: 'New note' }

export default function NewNotePage() {
  return (
    <Suspense fallback={<Loading />}>
      <NewNote />
    </Suspense>
  )
}

async function NewNote() {
  const { id } = await requireUser('/notes/new')
  // Next keeps this page when it is left, and what was typed in it. By its key it is another page for another person.
  return (
    <div className="card" key={id}>
      <h1>New note</h1>
      <NoteForm action={createNote} label="Keep it" />
    </div>
  )
}
