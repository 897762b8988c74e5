import { connection } from 'next/server'
import { listPeople } from '@/lib/api'

const EVERYBODY = { q: '', team: null, page: 1 } as const

export default async function NewestPage() {
  await connection()
  const { items } = await listPeople(EVERYBODY, 100)
  const newest = items.toSorted((one, other) => other.createdAt.localeCompare(one.createdAt))

  return (
    <div className="card">
      <h1>New here</h1>
      <ul>
        {newest.slice(0, 3).map(({ id, name, title }) => (
          <li key={id}>
            {name}, {title}
          </li>
        ))}
      </ul>
    </div>
  )
}
