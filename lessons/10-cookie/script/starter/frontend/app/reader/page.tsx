'use client'

// Somebody else's script, for this lesson only: a chat window, a counter of visits, a package of a package. It runs on
// our page, so it may read what our page may read. It tries once a second.
import { useEffect, useState } from 'react'

export default function ReaderPage() {
  const [read, setRead] = useState<string | null>(null)

  useEffect(() => {
    const look = () => setRead(document.cookie)
    look()
    const timer = setInterval(look, 1_000)
    return () => clearInterval(timer)
  }, [])

  return (
    <div className="card">
      <h1>Somebody else’s script</h1>
      <p className="soft">It asks for document.cookie, and would send home what it gets.</p>
      {read === '' && <p role="status">It reads nothing.</p>}
      {read && (
        <p role="status" style={{ overflowWrap: 'anywhere' }}>
          It reads: <code>{read}</code>
        </p>
      )}
    </div>
  )
}
