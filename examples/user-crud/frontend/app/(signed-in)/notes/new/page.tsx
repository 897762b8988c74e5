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
  await requireUser('/notes/new')
  return (
    <div className="card">
      <h1>New note</h1>
      <NoteForm action={createNote} label="Keep it" />
    </div>
  )
}
