import type { Metadata } from 'next'
import { createNote } from '@/actions/notes'
import { NoteForm } from '@/components/note-form'
import { requireUser } from '@/lib/dal'

export const metadata: Metadata = { title: 'New note' }

export default async function NewNotePage() {
  await requireUser('/notes/new')
  return (
    <div className="card">
      <h1>New note</h1>
      <NoteForm action={createNote} label="Keep it" />
    </div>
  )
}
