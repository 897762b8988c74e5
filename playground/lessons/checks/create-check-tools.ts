// Makes the tools of one check over the session that the page holds.
import type { CheckSession } from './check-session.ts'
import type { CheckTools } from './check-tools.ts'
import { createBundleTool } from './bundle-tool.ts'
import { createHttpTool } from './http-tool.ts'
import { MismatchError, show } from './mismatch.ts'
import { createPageTool } from './page-tool.ts'
import { createPlainPage } from './plain-page.ts'
import { createPreviewPage } from './preview-page.ts'
import { createTraceTool } from './trace-tool.ts'
import { createTypesTool, type ReadTypes } from './types-tool.ts'

export function createCheckTools(
  session: CheckSession,
  readTypes: ReadTypes,
  signal: AbortSignal,
): CheckTools {
  const trace = createTraceTool(session)
  const http = createHttpTool(session, trace)
  const lastLine = session.console.get().at(-1)?.id ?? -1
  return {
    page: createPageTool(createPreviewPage(session), signal),
    withoutScripts: createPageTool(createPlainPage(http), signal),
    http,
    trace,
    bundle: createBundleTool(http),
    types: createTypesTool(readTypes),
    sql: { rows: async (statement) => (await session.query(statement)).rows },
    jar: {
      cookie: (name) => session.jar.get()?.cookies.find((cookie) => cookie.name === name) ?? null,
      clear: session.clearJar,
    },
    clock: { ahead: (minutes) => session.setClock(minutes * 60_000) },
    console: {
      lines: (source) =>
        session.console.get().filter((line) => line.id > lastLine && line.source === source),
    },
    equal(what, { expected, got }, where = null) {
      if (JSON.stringify(expected) === JSON.stringify(got)) return
      throw new MismatchError({ expected: `${what}: ${show(expected)}`, got: show(got), where })
    },
    fail(mismatch) {
      throw new MismatchError(mismatch)
    },
  }
}
