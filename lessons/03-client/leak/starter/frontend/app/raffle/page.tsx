'use client'

import { useState } from 'react'
import { raffle } from '@/lib/raffle'

export default function RafflePage() {
  const [tickets, setTickets] = useState(0)

  return (
    <div className="card">
      <h1>The Friday raffle</h1>
      <p>The prize: {raffle.prize}.</p>
      <p className="soft">{raffle.winner ? 'The winner is drawn.' : 'Nobody is drawn yet.'}</p>
      <button
        type="button"
        className="button primary"
        onClick={() => setTickets((count) => count + 1)}
      >
        Take a ticket
      </button>
      <p role="status">
        You have {tickets} {tickets === 1 ? 'ticket' : 'tickets'}.
      </p>
    </div>
  )
}
