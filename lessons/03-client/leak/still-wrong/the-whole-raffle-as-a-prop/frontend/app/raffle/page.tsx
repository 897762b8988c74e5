import { TicketCounter } from '@/components/ticket-counter'
import { raffle } from '@/lib/raffle'

export default function RafflePage() {
  return (
    <div className="card">
      <h1>The Friday raffle</h1>
      <TicketCounter raffle={raffle} />
    </div>
  )
}
