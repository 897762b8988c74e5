'use client'

import { useState } from 'react'

function inWords(count: number): string {
  return count === 1 ? '1 ticket' : `${count} tickets`
}

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
      <p role="status">You have {inWords(tickets)}.</p>
    </>
  )
}
