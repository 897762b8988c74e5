'use client'

import { useState } from 'react'

export function TicketCounter() {
  const [tickets, setTickets] = useState(0)

  return (
    <>
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
    </>
  )
}
