// Makes window.bothEnds from the page's session. Nothing here knows more than the page does: every method is a
// call of the session with its input parsed. Runs on the site's page.
import type { WrittenReport } from '../runtime/engine/engine.ts'
import { createFailure, FailureError } from '../runtime/wire/failure.ts'
import type { PlaygroundSession } from '../session/session.ts'
import type { BothEnds, RequestAnswer, RequestOptions } from './both-ends.ts'
import { parseInput, toHeaderPairs } from './parse-input.ts'

/** `openSession` answers with the session that the page holds, or will hold once it is open. */
export function createAutomation(openSession: () => Promise<PlaygroundSession>): BothEnds {
  const running = async (): Promise<PlaygroundSession> => {
    const session = await openSession()
    await session.start()
    return session
  }
  const change = async (
    work: (session: PlaygroundSession) => Promise<WrittenReport | null>,
  ): Promise<WrittenReport> => {
    const session = await running()
    const report = await work(session)
    return report ?? { errors: session.status.get().errors, ms: 0 }
  }
  return {
    async ready() {
      await running()
    },
    async files() {
      const session = await openSession()
      return Object.keys(session.workspace.get().files).sort()
    },
    async read(path) {
      const file = parseInput('path', path)
      const content = (await openSession()).workspace.read(file)
      if (content === null) throw noFile(file)
      return content
    },
    async write(path, text) {
      const changes = { [parseInput('path', path)]: parseInput('text', text) }
      return change((session) => session.write(changes))
    },
    async remove(path) {
      const file = parseInput('path', path)
      const session = await openSession()
      if (session.workspace.read(file) === null) throw noFile(file)
      return change(() => session.write({ [file]: null }))
    },
    async load(workspace) {
      const { files } = parseInput('workspace', workspace)
      const session = await openSession()
      const report = await session.load(files)
      if (report) return report
      return change(async () => null)
    },
    async goto(path) {
      const address = parseInput('address', path)
      await (await openSession()).open(address)
    },
    page: async () => (await running()).page(),
    request: async (options) => request(await running(), options),
    trace: async () => (await running()).trace(),
    cookies: async () => (await running()).jar.get()?.cookies ?? [],
    refusedCookies: async () => (await running()).jar.get()?.refused ?? [],
    async query(sql) {
      const statement = parseInput('sql', sql)
      return (await running()).query(statement)
    },
    console: async () => (await openSession()).console.get(),
    stages: async () => (await openSession()).status.get().stages,
    errors: async () => (await openSession()).status.get().errors,
    preview: async () => (await openSession()).status.get().preview,
    reset: () => change((session) => session.reset()),
    async restart(part = 'all') {
      const which = parseInput('part', part)
      await (await openSession()).restart(which)
    },
    async setFlavour(flavour) {
      const wanted = parseInput('flavour', flavour)
      return (await running()).setFlavour(wanted)
    },
  }
}

function noFile(path: string): FailureError {
  return new FailureError(createFailure('automation', 'bad-input', `There is no file ${path}.`))
}

async function request(
  session: PlaygroundSession,
  options: RequestOptions,
): Promise<RequestAnswer> {
  const { host, method, path, headers, body } = parseInput('request', options)
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : (body ?? null)
  const answer = await session.fetch({
    host,
    method,
    path,
    headers: toHeaderPairs(headers),
    body: bytes,
  })
  return {
    status: answer.status,
    headers: answer.headers,
    body: new TextDecoder().decode(answer.body),
    bytes: answer.body,
  }
}
