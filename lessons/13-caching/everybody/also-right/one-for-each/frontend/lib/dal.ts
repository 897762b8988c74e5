// The data layer: who is signed in, and what they may see. Every page and every action goes through here; proxy.ts is
// a courtesy in front of it. Whose a note is, is decided by FastAPI's queries alone.
import 'server-only'
import { cache } from 'react'
import { cacheLife, cacheTag } from 'next/cache'
import { forbidden, notFound, redirect } from 'next/navigation'
import { call, unwrap, type Outcome } from './api/call'
import { sessionEnded } from './api/problem'
import type { components } from './generated/api'
import type { Search } from './search'
import { readToken } from './session'
import { isUuid } from './uuid'

export type User = components['schemas']['UserPublic']
export type Note = components['schemas']['NotePublic']
export type NoteSummary = components['schemas']['NoteSummary']

export const PAGE_SIZE = 8

/** null for a guest, and for whoever's login session has ended. Asked once a request, however many components ask. */
export const readUser = cache(async (): Promise<User | null> => {
  const token = await readToken()
  if (!token) return null
  const outcome = await call('get', '/api/users/me', { token })
  return !outcome.ok && outcome.problem.status === 401 ? null : unwrap(outcome)
})

export async function requireUser(from: string): Promise<User> {
  return (await readUser()) ?? redirect(`/sign-in?next=${encodeURIComponent(from)}`)
}

export async function requireAdmin(from: string): Promise<User> {
  const user = await requireUser(from)
  if (!user.is_admin) forbidden()
  return user
}

/** Runs a call with the token, or says that there is none. For actions and route handlers. */
export async function withToken<Value>(
  work: (token: string) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const token = await readToken()
  if (!token) return { ok: false, problem: sessionEnded }
  const outcome = await work(token)
  return !outcome.ok && outcome.problem.status === 401
    ? { ok: false, problem: sessionEnded }
    : outcome
}

function toQuery({ q, page }: Search) {
  return { page, size: PAGE_SIZE, ...(q && { q }) }
}

export const NOTES_TAG = 'notes'

export async function listNotes(search: Search) {
  await requireUser('/notes')
  return readNotes(await readToken(), search)
}

/** The token is an argument, so each login session has an entry of its own. */
async function readNotes(token: string | null, search: Search) {
  'use cache'
  cacheTag(NOTES_TAG)
  cacheLife('minutes')
  return unwrap(await call('get', '/api/notes', { token, query: toQuery(search) }))
}

export function findNote(id: string): Promise<Outcome<Note>> {
  return withToken((token) => call('get', '/api/notes/{note_id}', { token, path: { note_id: id } }))
}

/** The note, or the not-found page: for another's note as for one that never was. */
export const readNote = cache(async (id: string): Promise<Note> => {
  if (!isUuid(id)) notFound()
  await requireUser(`/notes/${id}`)
  const outcome = await findNote(id)
  if (!outcome.ok && outcome.problem.status === 404) notFound()
  return unwrap(outcome)
})

export async function listUsers(search: Search) {
  await requireAdmin('/admin/people')
  const query = toQuery(search)
  return unwrap(await withToken((token) => call('get', '/api/users', { token, query })))
}
