'use client'

import { useState } from 'react'

function inWords(count: number): string {
  return count === 1 ? '1 ticket' : `${count} tickets`
}

export function TicketCounter() {
  const [tickets] = useState(0)
  let count = tickets

  function takeOne() {
    count += 1
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
      <p role="status">You have {inWords(count)}.</p>
    </>
  )
}
