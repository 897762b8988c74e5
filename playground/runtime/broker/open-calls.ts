// Hops that more may be said about, by the number that the asking server gave them. Runs anywhere.
import { EXCHANGES_KEPT, type OpenHop } from './trace.ts'

export class OpenCalls {
  readonly #hops = new Map<number, OpenHop>()

  /** A number that comes again (a redirect, a kernel that began anew) stands for the newer hop. */
  keep(call: number, hop: OpenHop): void {
    this.#hops.set(call, hop)
    const [oldest] = this.#hops.keys()
    if (this.#hops.size > EXCHANGES_KEPT && oldest !== undefined) this.#hops.delete(oldest)
  }

  take(call: number): OpenHop | null {
    const hop = this.#hops.get(call) ?? null
    this.#hops.delete(call)
    return hop
  }
}
