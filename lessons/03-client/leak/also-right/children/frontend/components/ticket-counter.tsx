'use client'

import { useState, type ReactNode } from 'react'

export function TicketCounter({ children }: { children: ReactNode }) {
  const [tickets, setTickets] = useState(0)

  return (
    <div className="card">
      {children}
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
