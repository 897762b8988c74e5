'use client'

// Somebody curious, for this lesson only: asks our route handler for notes whose ids are more than an id.
import { useEffect, useState } from 'react'

const IDS = ['../users/me', '?size=100']

interface Found {
  id: string
  status: number
  text: string
}

async function ask(id: string): Promise<Found> {
  const response = await fetch(`/api/notes/${encodeURIComponent(id)}`)
  return { id, status: response.status, text: await response.text() }
}

export default function CuriousPage() {
  const [found, setFound] = useState<Found[]>([])

  useEffect(() => {
    Promise.all(IDS.map(ask)).then(setFound, () => setFound([]))
  }, [])

  return (
    <div className="card">
      <h1>Somebody curious</h1>
      <p className="soft">Asks for notes with odd ids, and shows what comes back.</p>
      {found.map(({ id, status, text }) => (
        <section key={id}>
          <h2>
            <code>{id}</code>: {status}
          </h2>
          <p style={{ overflowWrap: 'anywhere' }}>{text.slice(0, 240)}</p>
        </section>
      ))}
    </div>
  )
}
