import { TicketCounter } from '@/components/ticket-counter'
import { raffle } from '@/lib/raffle'

export default function RafflePage() {
  return (
    <div className="card">
      <h1>The Friday raffle</h1>
      <p>The prize: {raffle.prize}.</p>
      <p className="soft">{raffle.winner ? 'The winner is drawn.' : 'Nobody is drawn yet.'}</p>
      <TicketCounter />
    </div>
  )
}
