'use client'

import { useEffect, useState } from 'react'

interface Newest {
  id: number
  name: string
  title: string
}

async function fetchNewest(): Promise<Newest[]> {
  const response = await fetch('http://localhost:8000/api/newest')
  const body = await response.json()
  if (!response.ok) throw new Error(body.message)
  return body
}

export default function NewestPage() {
  const [people, setPeople] = useState<Newest[]>([])
  const [trouble, setTrouble] = useState('')

  useEffect(() => {
    fetchNewest().then(setPeople, (error: unknown) => setTrouble(String(error)))
  }, [])

  return (
    <div className="card">
      <h1>New here</h1>
      {trouble && <p role="alert">{trouble}</p>}
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
