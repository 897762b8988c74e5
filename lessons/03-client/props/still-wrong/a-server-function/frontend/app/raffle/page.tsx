import { TicketCounter } from '@/components/ticket-counter'
import { raffle } from '@/lib/raffle'

async function label(count: number) {
  'use server'
  return count === 1 ? '1 ticket' : `${count} tickets`
}

export default function RafflePage() {
  return (
    <div className="card">
      <h1>The Friday raffle</h1>
      <p>The prize: {raffle.prize}.</p>
      <p className="soft">{raffle.winner ? 'The winner is drawn.' : 'Nobody is drawn yet.'}</p>
      <TicketCounter label={label} />
    </div>
  )
}
