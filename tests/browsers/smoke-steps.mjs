// The path through both ends, the same in every browser: start, rows from FastAPI, a workspace of our own, an edit of
// each end. By window.bothEnds alone; what a person does is in journeys/.
// @ts-check
import assert from 'node:assert/strict'

/** @typedef {import('../../tools/drive/drive-playground.mjs').Playground} Playground */

/** Slow browsers on two shared cores: a first compile in WebKitGTK takes seconds. */
const PATIENCE_MS = 60_000

const layout = `export default function Layout({ children }: { children: React.ReactNode }) {
  return <html lang="en"><body>{children}</body></html>
}
`

/** @param {string} heading */
const page = (heading) => `export const dynamic = 'force-dynamic'

export default async function Page() {
  const answer = await fetch(\`\${process.env.API_URL}/greeting\`, { cache: 'no-store' })
  const { greeting } = await answer.json()
  return <main><h1>${heading}</h1><p>{greeting}</p></main>
}
`

/** @param {string} greeting */
const backend = (greeting) => `from fastapi import FastAPI

app = FastAPI()


@app.get("/greeting")
def read_greeting() -> dict[str, str]:
    return {"greeting": "${greeting}"}
`

/** @typedef {{ name: string, run: (playground: Playground) => Promise<unknown> }} SmokeStep */

/** In the example that /play opens with. @type {readonly SmokeStep[]} */
export const startSteps = [
  { name: 'both ends start', run: ({ call }) => call('ready') },
  {
    name: 'Next shows rows that FastAPI read from its database',
    run: ({ shows }) => shows(/people in all/, PATIENCE_MS),
  },
  {
    name: 'FastAPI answers a request of its own',
    async run({ call }) {
      const { status, body } = await call('request', { host: 'backend', path: '/openapi.json' })
      assert.equal(status, 200)
      assert.match(body, /"openapi"/)
    },
  },
]

/** @type {readonly SmokeStep[]} */
export const ownWorkspaceSteps = [
  {
    name: 'a workspace of our own is compiled and shown',
    async run({ call, shows }) {
      const files = {
        'frontend/app/layout.tsx': layout,
        'frontend/app/page.tsx': page('First heading'),
        'backend/main.py': backend('first greeting'),
      }
      const { errors } = await call('load', { files })
      assert.deepEqual(errors, [])
      await call('goto', '/')
      await shows(/First heading\s+first greeting/, PATIENCE_MS)
    },
  },
  {
    name: 'an edit of a server component is shown',
    async run({ call, shows }) {
      await call('write', 'frontend/app/page.tsx', page('Second heading'))
      await shows('Second heading', PATIENCE_MS)
    },
  },
  {
    name: 'an edit of a Python file is shown',
    async run({ call, shows }) {
      await call('write', 'backend/main.py', backend('second greeting'))
      await call('goto', '/')
      await shows('second greeting', PATIENCE_MS)
    },
  },
  {
    name: 'the trace has the page and, inside it, the request to FastAPI',
    async run({ call }) {
      const exchanges = await call('trace')
      const crossed = exchanges.some(({ hops }) =>
        ['next', 'fastapi'].every((place) => hops.some(({ to }) => to === place)),
      )
      assert.ok(crossed, 'one exchange holds a hop to Next and a hop to FastAPI')
    },
  },
]
