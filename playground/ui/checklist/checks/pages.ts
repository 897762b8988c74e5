// Rows about Next's side: what a page holds before scripts, what its scripts hold, forms from elsewhere, types, headers.
import { defineChecks, type CheckTools, type HttpTool } from '../../../lessons/define-checks.ts'
import { headerOf, readApi, where } from '../api.ts'
import { DoesNotApply } from '../does-not-apply.ts'

const MOST_PAGES = 12
const ELSEWHERE = 'https://evil.example'
const ACTION = /^\$ACTION/

async function openHome({ http, equal }: CheckTools) {
  const answer = await http.next('/')
  if (answer.status === 404) throw new DoesNotApply('This app has no page at /.')
  equal('the status of /', { expected: 200, got: answer.status }, where(answer, 'GET /'))
  return answer
}

export const [server] = defineChecks([
  {
    name: 'The page is in its HTML, and the browser asks Next alone',
    async run(tools) {
      const answer = await openHome(tools)
      await tools.withoutScripts.open('/')
      const headings = await tools.withoutScripts.find({ role: 'heading', name: null })
      if (headings.length === 0) {
        const got = (await tools.withoutScripts.text()) || 'nothing to read'
        const expected = 'a heading in the HTML of /'
        tools.fail({ expected, got, where: where(answer, 'GET /') })
      }
      const exchanges = await tools.trace.during(() => tools.page.open('/'))
      const asked = exchanges.flatMap(({ id, hops }) =>
        hops.flatMap((hop) =>
          hop.type === 'http' && hop.from === 'browser' && hop.to === 'fastapi'
            ? { id, url: hop['url.full'] }
            : [],
        ),
      )
      for (const { id, url } of asked) {
        const expected = 'the browser of / to ask Next alone'
        tools.fail({ expected, got: url, where: { type: 'exchange', id, text: url } })
      }
    },
  },
])

/** What a browser has no use for: who reads it in a script knows where FastAPI is, or may ask as the server. */
const SECRETS = ['localhost:8000', 'Bearer ', 'JWT_SECRET', 'DATABASE_URL']

export const [client] = defineChecks([
  {
    name: 'The scripts of / know neither FastAPI’s address nor a key',
    async run(tools) {
      await openHome(tools)
      for (const { path, text } of await tools.bundle.scripts('/')) {
        const got = SECRETS.find((secret) => text.includes(secret))
        if (got === undefined) continue
        const expected = `a script ${path} without it`
        tools.fail({ expected, got, where: { type: 'page', path: '/' } })
      }
    },
  },
])

interface FoundForm {
  readonly page: string
  readonly fields: FormData
}

/** The first form of a server action on the way from `/`: as links lead, a dozen pages at most. */
async function findForm(http: HttpTool): Promise<FoundForm | null> {
  const paths = ['/']
  for (let index = 0; index < paths.length && index < MOST_PAGES; index += 1) {
    const page = paths[index] ?? '/'
    const { body } = await http.next(page)
    const parsed = new DOMParser().parseFromString(body, 'text/html')
    for (const form of parsed.querySelectorAll('form')) {
      const fields = new FormData(form)
      if ([...fields.keys()].some((name) => ACTION.test(name))) return { page, fields }
    }
    for (const link of parsed.querySelectorAll('a[href^="/"]')) {
      const path = link.getAttribute('href')?.split('#')[0]
      if (path && !path.startsWith('//') && !paths.includes(path)) paths.push(path)
    }
  }
  return null
}

export const [actions] = defineChecks([
  {
    name: 'A form that another site sends is refused',
    freshDatabase: true,
    async run({ http, fail }) {
      const form = await findForm(http)
      if (!form) throw new DoesNotApply('No page that links from / lead to has a server action.')
      const encoded = new Response(form.fields)
      const answer = await http.next(form.page, {
        method: 'POST',
        headers: [
          ['content-type', encoded.headers.get('content-type') ?? ''],
          ['origin', ELSEWHERE],
        ],
        body: new Uint8Array(await encoded.arrayBuffer()),
      })
      if (answer.status >= 400 && headerOf(answer, 'set-cookie') === '') return
      const expected = `POST ${form.page} from ${ELSEWHERE} to be refused`
      const got = `status ${answer.status}`
      fail({ expected, got, where: where(answer, `POST ${form.page}`) })
    },
  },
])

/** TypeScript answers for the files that pages are made of; the rest of the app is asked through them. */
const TYPED = /^frontend\/(app|actions|lib)\/(?!generated\/).*\.tsx?$/

export function typesOf(files: readonly string[]) {
  const typed = files.filter((path) => TYPED.test(path))
  return defineChecks([
    {
      name: 'TypeScript has nothing to say about pages, actions and lib',
      async run({ types }) {
        if (typed.length === 0) throw new DoesNotApply('There is no TypeScript in frontend/app.')
        for (const path of typed) await types.agree(path)
      },
    },
  ])
}

export const [headers] = defineChecks([
  {
    name: 'Every answer of Next says what may be done with it',
    async run(tools) {
      await openHome(tools)
      const { tokenPath } = await readApi(tools.http)
      if (tokenPath === null)
        throw new DoesNotApply('Nobody signs in here: there is nothing to take from a visitor.')
      for (const path of ['/', '/nothing/here']) {
        const answer = await tools.http.next(path)
        const place = where(answer, `GET ${path}`)
        const got = headerOf(answer, 'x-content-type-options')
        tools.equal(`X-Content-Type-Options of ${path}`, { expected: 'nosniff', got }, place)
        const powered = headerOf(answer, 'x-powered-by')
        tools.equal(`X-Powered-By of ${path}`, { expected: '', got: powered }, place)
      }
    },
  },
])
