'use client'

// For this lesson only: sends lines to /api/import, and says what came back.
import { useState } from 'react'

const LINES = 'Call the plumber\nFind the other glove\nA name for the boat'

export default function ImportPage() {
  const [lines, setLines] = useState(LINES)
  const [answer, setAnswer] = useState('')

  async function send() {
    setAnswer('Importing …')
    const response = await fetch('/api/import', { method: 'POST', body: lines })
    setAnswer(response.ok ? 'Imported.' : `It did not work: ${response.status}.`)
  }

  return (
    <div className="card">
      <h1>Import</h1>
      <p>
        <label htmlFor="lines">A note for each line</label>
      </p>
      <textarea
        id="lines"
        rows={4}
        style={{ width: '100%' }}
        value={lines}
        onChange={(event) => setLines(event.target.value)}
      />
      <p>
        <button type="button" className="button primary" onClick={() => void send()}>
          Import
        </button>
      </p>
      <p role="status">{answer}</p>
    </div>
  )
}
