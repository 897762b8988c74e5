// Building the graph is one at a time: two requests for one new route must not build it twice, and a write must not
// change files under a build.

export class BuildTurns {
  private last: Promise<unknown> = Promise.resolve()

  take<Out>(work: () => Promise<Out>): Promise<Out> {
    const next = this.last.then(work, work)
    // A failed turn is its caller's; the next one starts anyway.
    this.last = next.catch(() => undefined)
    return next
  }
}
