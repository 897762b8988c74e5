'use client'

import { useState } from 'react'

interface TicketCounterProps {
  label: (count: number) => Promise<string>
}

export function TicketCounter({ label }: TicketCounterProps) {
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
      <p role="status">You have {label(tickets)}.</p>
    </>
  )
}
