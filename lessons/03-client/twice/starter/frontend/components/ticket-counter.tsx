'use client'

import { useState } from 'react'

function inWords(count: number): string {
  return count === 1 ? '1 ticket' : `${count} tickets`
}

export function TicketCounter() {
  const [tickets, setTickets] = useState(0)

  function takeOne() {
    setTickets(tickets + 1)
  }

  function takeTwo() {
    takeOne()
    takeOne()
  }

  return (
    <>
      <button type="button" className="button primary" onClick={takeOne}>
        Take a ticket
      </button>{' '}
      <button type="button" className="button" onClick={takeTwo}>
        Take two
      </button>
      <p role="status">You have {inWords(tickets)}.</p>
    </>
  )
}
