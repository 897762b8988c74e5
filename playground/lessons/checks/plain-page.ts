// A browser without scripts, as far as a lesson needs one: it loads a document over the wire, follows links and sends
// forms as the HTML standard says (https://html.spec.whatwg.org/multipage/form-control-infrastructure.html). Nothing
// of the learner's runs: a parsed document executes no script. It keeps cookies for as long as the check lasts.
import { actOn, describeElement, findElements } from '../../runtime/document/find-elements.ts'
import { visibleText } from '../../runtime/document/visible-text.ts'
import { getHeader, getHeaderValues } from '../../runtime/wire/headers.ts'
import type { HttpTool, Question } from './check-tools.ts'
import type { PageDriver } from './page-tool.ts'

const ORIGIN = 'http://localhost:3000'
const MOST_REDIRECTS = 5

interface Shown {
  readonly url: URL
  readonly document: Document
}

export function createPlainPage(http: HttpTool): PageDriver {
  let shown: Shown | null = null
  const cookies: Record<string, string> = {}

  const load = async (url: URL, question: Question, redirects = 0): Promise<void> => {
    const headers = [['accept', 'text/html'] as const, ...(question.headers ?? [])]
    const answer = await http.next(url.pathname + url.search, { ...question, headers, cookies })
    for (const line of getHeaderValues(answer.headers, 'set-cookie')) keep(cookies, line)
    const target = getHeader(answer.headers, 'location')
    if (
      answer.status >= 300 &&
      answer.status < 400 &&
      target !== null &&
      redirects < MOST_REDIRECTS
    )
      return load(new URL(target, url), {}, redirects + 1)
    shown = { url, document: new DOMParser().parseFromString(answer.body, 'text/html') }
  }
  const current = (): Shown => {
    if (!shown) throw new Error('No page was opened yet.')
    return shown
  }
  return {
    // Each question waits for its document, and nothing in that document moves.
    rest: { after: 0, isBusy: async () => false },
    open: (path) => load(new URL(path, ORIGIN), {}),
    async look() {
      const { url, document } = current()
      const { pathname, search } = url
      return { address: pathname + search, title: document.title, text: visibleText(document.body) }
    },
    find: async (query) => findElements(current().document, query).map(describeElement),
    async act(action) {
      const { document, url } = current()
      if (action.fill !== null) return actOn(document, action)
      const [element] = findElements(document, action.query)
      if (!element) return 'absent'
      const link = element.closest('a[href]')
      if (link) await load(new URL(link.getAttribute('href') ?? '', url), {})
      else await submit(element, url, load)
      return 'done'
    },
  }
}

type Load = (url: URL, question: Question) => Promise<void>

/** A button outside a form does nothing without scripts, as in a browser. */
async function submit(element: Element, base: URL, load: Load): Promise<void> {
  const form = element.closest('form')
  if (!form || !element.matches('button:not([type=button]), input[type=submit]')) return
  const entries = new FormData(form)
  const name = element.getAttribute('name')
  if (name) entries.append(name, element.getAttribute('value') ?? '')
  const url = new URL(form.getAttribute('action') || base.href, base)
  if (form.method !== 'post') {
    for (const [key, value] of entries)
      if (typeof value === 'string') url.searchParams.append(key, value)
    return load(url, {})
  }
  const isMultipart = form.enctype === 'multipart/form-data'
  const encoded = new Response(isMultipart ? entries : new URLSearchParams(textOf(entries)))
  const body = new Uint8Array(await encoded.arrayBuffer())
  const type = encoded.headers.get('content-type') ?? form.enctype
  await load(url, {
    method: 'POST',
    body,
    headers: [
      ['content-type', type],
      ['origin', ORIGIN],
    ],
  })
}

/** What a form without files sends. */
function textOf(entries: FormData): string[][] {
  return [...entries].map(([name, value]) => [name, typeof value === 'string' ? value : value.name])
}

function keep(cookies: Record<string, string>, line: string): void {
  const [pair = ''] = line.split(';')
  const equals = pair.indexOf('=')
  if (equals <= 0) return
  if (/;\s*max-age=(0|-\d+)/i.test(line)) delete cookies[pair.slice(0, equals).trim()]
  else cookies[pair.slice(0, equals).trim()] = pair.slice(equals + 1).trim()
}
