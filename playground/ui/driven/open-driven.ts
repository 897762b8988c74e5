// A frame that the page around it drives: window.bothEnds answers that page too. Runs on the site's page, and loads only
// in such a frame.
import { answerParent, listenForParent } from '../../automation/answer-parent.ts'
import { createAutomation } from '../../automation/create-automation.ts'
import { createFailure, FailureError } from '../../runtime/wire/failure.ts'
import type { Files } from '../../runtime/wire/files.ts'
import type { Starter } from '../../runtime/workspace/starter.ts'
import type { PlaygroundSession } from '../../session/session.ts'
import { drivenBy } from './driven-by.ts'
import { doFilesCome } from '../bar/embedded.ts'

/** Its script is there already when it makes the frame: what takes longer will not come. */
const FILES_DEADLINE = 20_000

/** `open` gets what the frame begins with; null where its address says that. */
export function openDriven(
  open: (given: Starter | null) => Promise<PlaygroundSession>,
): Promise<PlaygroundSession> {
  const { promise: files, resolve: takeFiles, reject } = Promise.withResolvers<Files | null>()
  const session = doFilesCome()
    ? files.then((given) => open(given && starterOf(given)))
    : open(null)
  const bothEnds = createAutomation(() => session)
  window.bothEnds = bothEnds
  let stop = () => {}
  listenForParent(window, (parent) => {
    stop()
    drivenBy.set({ host: hostOf(parent.origin) })
    takeFiles(parent.files)
    stop = answerParent(parent.port, bothEnds, session)
  })
  const lost = 'The page around this frame did not send the files that it begins with.'
  const failure = createFailure('embed', 'deadline', lost)
  setTimeout(() => reject(new FailureError(failure)), FILES_DEADLINE)
  // Where no files come, nobody waits for them.
  files.catch(() => undefined)
  return session
}

function starterOf(files: Files): Starter {
  return { name: null, files, open: null, path: '/' }
}

/** Null for what has no origin, as a file on disk. */
function hostOf(origin: string): string | null {
  return origin === 'null' ? null : new URL(origin).host
}
