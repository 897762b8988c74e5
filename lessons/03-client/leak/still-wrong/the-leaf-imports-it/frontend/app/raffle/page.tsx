import { TicketCounter } from '@/components/ticket-counter'

export default function RafflePage() {
  return (
    <div className="card">
      <h1>The Friday raffle</h1>
      <TicketCounter />
    </div>
  )
}
