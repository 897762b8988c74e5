// The preview as a check's page: the learner sees it move.
import type { CheckSession } from './check-session.ts'
import type { PageDriver } from './page-tool.ts'

/**
 * Milliseconds. A page changes when an answer comes, which the wire tells, or by a timer of its own: React holds a
 * Suspense boundary back for 300, the examples wait 350 for a pause in typing.
 */
const RESTS_AFTER = 1_500

export function createPreviewPage(session: CheckSession): PageDriver {
  return {
    async open(path) {
      await session.goto(path)
    },
    look: session.page,
    find: session.find,
    act: session.act,
    rest: {
      after: RESTS_AFTER,
      // From the broker itself: what the panes show is drawn later.
      isBusy: async () =>
        (await session.trace()).some(({ hops }) => hops.some(({ endTime }) => endTime === null)),
    },
  }
}
