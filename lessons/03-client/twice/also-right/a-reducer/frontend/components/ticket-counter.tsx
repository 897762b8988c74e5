'use client'

import { useReducer } from 'react'

function inWords(count: number): string {
  return count === 1 ? '1 ticket' : `${count} tickets`
}

export function TicketCounter() {
  const [tickets, take] = useReducer((count: number, more: number) => count + more, 0)

  function takeOne() {
    take(1)
  }

  function takeTwo() {
    take(2)
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
