'use client'

import { useState } from 'react'

interface TicketCounterProps {
  one: string
  many: string
}

export function TicketCounter({ one, many }: TicketCounterProps) {
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
        You have {tickets} {tickets === 1 ? one : many}.
      </p>
    </>
  )
}
