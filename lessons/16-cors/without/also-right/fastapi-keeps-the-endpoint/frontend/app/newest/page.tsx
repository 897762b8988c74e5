import { connection } from 'next/server'
import { apiUrl } from '@/lib/env'
import { parsePerson } from '@/lib/person'

async function fetchNewest() {
  const response = await fetch(new URL('/api/newest', apiUrl), { cache: 'no-store' })
  if (!response.ok) throw new Error(`FastAPI answered ${response.status}.`)
  const body: unknown = await response.json()
  return Array.isArray(body) ? body.map(parsePerson) : []
}

export default async function NewestPage() {
  await connection()
  const people = await fetchNewest()

  return (
    <div className="card">
      <h1>New here</h1>
      <ul>
        {people.map(({ id, name, title }) => (
          <li key={id}>
            {name}, {title}
          </li>
        ))}
      </ul>
    </div>
  )
}
