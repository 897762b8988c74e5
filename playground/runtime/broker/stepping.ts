// Step-through: while it is on, each request of a page, and each that it causes, waits here until somebody lets it go.
// Runs anywhere. What Next fetches for itself, files and prefetches pass.
import type { ExchangeId, ExchangeKind, HopId, HttpHop } from '../wire/hop.ts'
import type { SteppingView } from '../wire/message.ts'
import type { WireRequest } from '../wire/request-port.ts'

const PASSING: ReadonlySet<ExchangeKind> = new Set(['asset', 'prefetch'])

interface Waiting {
  readonly exchange: ExchangeId
  readonly hop: HopId
  readonly letGo: () => void
}

export class Stepping {
  readonly #onChange: (view: SteppingView) => void
  readonly #stepped = new Set<ExchangeId>()
  #isOn = false
  #waiting: Waiting[] = []

  constructor(onChange: (view: SteppingView) => void) {
    this.#onChange = onChange
  }

  view(): SteppingView {
    return { isOn: this.#isOn, held: this.#waiting.map(({ hop }) => hop) }
  }

  /** Off lets everything go. */
  set(isOn: boolean): void {
    this.#isOn = isOn
    if (!isOn) this.#letGo(() => true)
    this.#onChange(this.view())
  }

  /** Lets the one go that has waited longest. */
  step(): void {
    const [first] = this.#waiting
    this.#letGo((one) => one === first)
  }

  /** Lets the exchange that has waited longest run to its end. */
  skip(): void {
    const exchange = this.#waiting[0]?.exchange
    if (exchange === undefined) return
    this.#stepped.delete(exchange)
    this.#letGo((one) => one.exchange === exchange)
  }

  /** Whether the exchange waits here: its deadlines stand still then. */
  holds(exchange: ExchangeId): boolean {
    return this.#waiting.some((one) => one.exchange === exchange)
  }

  /** Resolves when the request may go on; rejects with the reason when whoever asked has left. */
  async pass({ exchange, id, parent, kind }: HttpHop, request: WireRequest): Promise<void> {
    if (!this.#isOn || PASSING.has(kind)) return
    // A request of a program, a check of a lesson say, has no browser behind it: nobody would step it through.
    if (parent === null && request.browser !== null) this.#stepped.add(exchange)
    if (!this.#stepped.has(exchange)) return
    await new Promise<void>((resolve) => {
      const letGo = () => {
        request.signal.removeEventListener('abort', leave)
        resolve()
      }
      const leave = () => this.#letGo((one) => one.hop === id)
      if (request.signal.aborted) return resolve()
      request.signal.addEventListener('abort', leave)
      this.#waiting.push({ exchange, hop: id, letGo })
      this.#onChange(this.view())
    })
    request.signal.throwIfAborted()
  }

  #letGo(isMeant: (waiting: Waiting) => boolean): void {
    const going = this.#waiting.filter(isMeant)
    if (going.length === 0) return
    this.#waiting = this.#waiting.filter((one) => !isMeant(one))
    for (const { letGo } of going) letGo()
    this.#onChange(this.view())
  }
}
