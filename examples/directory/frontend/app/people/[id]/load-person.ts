import 'server-only'
import { notFound } from 'next/navigation'
import { readPerson } from '@/lib/api'
import { parsePersonId, type Person } from '@/lib/person'

/** The person of the address, or the not-found page. Called before anything streams, so that the status is 404 too. */
export async function loadPerson(params: Promise<{ id: string }>): Promise<Person> {
  const id = parsePersonId((await params).id)
  const person = id === null ? null : await readPerson(id)
  if (person === null) notFound()
  return person
}
