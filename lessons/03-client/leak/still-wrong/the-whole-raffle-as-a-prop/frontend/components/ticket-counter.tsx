'use client'

import { useState } from 'react'

export function TicketCounter({ raffle }: { raffle: { prize: string; winner: string } }) {
  const [tickets, setTickets] = useState(0)

  return (
    <>
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
    </>
  )
}
