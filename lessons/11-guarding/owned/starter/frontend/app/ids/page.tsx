// Ids that got about, for this lesson only. One is of Ada's note “Passwords”: it was in a link, in a log, in a form whose
// hidden field was changed. The other is nobody's. Whoever is signed in asks for both.
import { Suspense } from 'react'
import { deleteNote } from '@/actions/notes'
import { ConfirmForm } from '@/components/confirm-form'
import { call } from '@/lib/api/call'
import { findNote, requireUser } from '@/lib/dal'

const NOBODYS = '00000000-0000-4000-8000-000000000000'

/** How it got about does not matter here, so this asks as Ada. */
async function readAdasNoteId(): Promise<string | null> {
  const body = {
    grant_type: 'password',
    username: 'ada@example.com',
    password: 'demo password 2026',
  } as const
  const signedIn = await call('post', '/api/token', { body, isForm: true })
  if (!signedIn.ok) return null
  const token = signedIn.value.access_token
  const notes = await call('get', '/api/notes', { token, query: { q: 'Passwords' } })
  return notes.ok ? (notes.value.items[0]?.id ?? null) : null
}

export default function IdsPage() {
  return (
    <Suspense fallback={<p>Asking for both …</p>}>
      <Ids />
    </Suspense>
  )
}

async function Ids() {
  const { name } = await requireUser('/ids')
  const id = await readAdasNoteId()
  return (
    <div className="card">
      <h1>Two ids</h1>
      <p className="soft">{name} asks for them.</p>
      <p>
        <strong>A note that never was.</strong> <Answered id={NOBODYS} />
      </p>
      <p>
        <strong>Ada’s note.</strong> {id === null ? 'It is gone.' : <Answered id={id} />}
      </p>
      {id !== null && (
        <ConfirmForm
          action={deleteNote.bind(null, id)}
          label="Delete Ada’s note …"
          question="Send the form of a note of your own, with this id in it?"
          confirm="Yes, send it"
        />
      )}
    </div>
  )
}

async function Answered({ id }: { id: string }) {
  const outcome = await findNote(id)
  return outcome.ok
    ? `200: ${outcome.value.title}`
    : `${outcome.problem.status}: ${outcome.problem.message}`
}
