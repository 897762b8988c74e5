// The preview as a check's page: the learner sees it move.
import type { PlaygroundSession } from '../../session/session.ts'
import type { PageDriver } from './page-tool.ts'

export function createPreviewPage(session: PlaygroundSession): PageDriver {
  return {
    async open(path) {
      await session.goto(path)
    },
    look: session.page,
    find: session.find,
    act: session.act,
  }
}
