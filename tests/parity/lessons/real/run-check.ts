// Runs one check of a lesson on real servers. It begins with a fresh database and a browser without cookies.
import type { Browser } from '@playwright/test'
import type { CheckTools } from '../../../../playground/lessons/checks/check-tools.ts'
import { createCheckTools } from '../../../../playground/lessons/checks/create-check-tools.ts'
import { createPageTool } from '../../../../playground/lessons/checks/page-tool.ts'
import { createPreviewPage } from '../../../../playground/lessons/checks/preview-page.ts'
import type { Rest } from '../../../../playground/lessons/checks/wait-until.ts'
import type { ReadTypes } from '../../../../playground/lessons/checks/types-tool.ts'
import type { CheckDefinition } from '../../../../playground/lessons/define-checks.ts'
import type { Asked } from '../asked.ts'
import { openRealPages } from './page.ts'
import { createRealSession, NotOnRealServers, type RealSession } from './session.ts'
import type { RealWorkspace } from './workspace.ts'

/** Milliseconds. `next dev` compiles what a click leads to, on a slow machine beside a second suite. */
const PATIENCE = 30_000

/**
 * What a browser still waits for is not all on the wire: it compiles scripts, too, beside a second suite. A solution shows
 * what its check looks for, so only a wrong one is waited for in vain.
 */
const NEVER: Rest = { after: PATIENCE, isBusy: () => Promise.resolve(true) }

export interface RealOutcome {
  /** `left-out`: the check wants what only the playground has. */
  readonly state: 'passed' | 'failed' | 'left-out'
  readonly reason: string
  /** What it asked over HTTP before it used a browser. */
  readonly asked: readonly Asked[]
}

export async function runOnReal(
  check: CheckDefinition,
  workspace: RealWorkspace,
  browser: Browser,
): Promise<RealOutcome> {
  await workspace.resetDatabase()
  const pages = await openRealPages(browser)
  const real = createRealSession(workspace, pages)
  const outcome = await run(check, real, async (path: string, text?: string) =>
    workspace.types(path, text),
  )
  await pages.close()
  return { ...outcome, asked: real.askedFirst() }
}

async function run(check: CheckDefinition, real: RealSession, readTypes: ReadTypes) {
  try {
    await check.run(createTools(real, readTypes))
    return { state: 'passed', reason: '' } as const
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)
    return { state: cause instanceof NotOnRealServers ? 'left-out' : 'failed', reason } as const
  }
}

function createTools({ session, plain }: RealSession, readTypes: ReadTypes): CheckTools {
  const { signal } = new AbortController()
  const tools = createCheckTools(session, readTypes, signal)
  const patient = (one: typeof session) =>
    createPageTool({ ...createPreviewPage(one), rest: NEVER, patience: PATIENCE }, signal)
  return {
    ...tools,
    page: patient(session),
    withoutScripts: patient(plain),
    trace: { ...tools.trace, statements: () => leaveOut('it reads the SQL on the wire') },
    console: { lines: () => leaveOut('it reads the console') },
  }
}

function leaveOut(why: string): never {
  throw new NotOnRealServers(why)
}
