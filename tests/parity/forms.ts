// Forms as browsers post them: with no script, with Next's client, and what each needs from the page's markup.
import type { Answer, Ask, Side } from './exchange.ts'

const BOUNDARY = 'both-ends-parity'
const PLAYGROUND_ORIGIN = 'http://localhost:3000'

export type Fields = Readonly<Record<string, string>>

export function unescapeHtml(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** Hidden inputs of the first form whose markup holds `marker`; in scripts it stands as well, as router data. */
export function hiddenFields(html: string, marker: string): Fields {
  const form = html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .split('<form')
    .slice(1)
    .map((part) => part.split('</form>')[0] ?? '')
    .find((part) => part.includes(marker))
  if (form === undefined) throw new Error(`No form on the page holds ${marker}.`)
  const fields: Record<string, string> = {}
  for (const [input] of form.matchAll(/<input type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1] ?? ''
    fields[name] = unescapeHtml(/value="([^"]*)"/.exec(input)?.[1] ?? '')
  }
  return fields
}

export function multipart(fields: Fields): Pick<Ask, 'headers' | 'body'> {
  return multipartInOrder(Object.entries(fields))
}

function multipartInOrder(
  fields: readonly (readonly [name: string, value: string])[],
): Pick<Ask, 'headers' | 'body'> {
  const parts = fields.map(
    ([name, value]) =>
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return {
    headers: [
      ['content-type', `multipart/form-data; boundary=${BOUNDARY}`],
      ['origin', PLAYGROUND_ORIGIN],
    ],
    body: `${parts.join('')}--${BOUNDARY}--\r\n`,
  }
}

async function openForm(side: Side, path: string, marker: string): Promise<Fields> {
  const { body } = await side.ask({ host: 'frontend', path, headers: [['accept', 'text/html']] })
  return hiddenFields(body, marker)
}

/** Posts a form of a page as a browser without scripts does. */
export async function postPlain(
  side: Side,
  path: string,
  marker: string,
  fields: Fields,
): Promise<Answer> {
  const hidden = await openForm(side, path, marker)
  return side.ask({
    host: 'frontend',
    method: 'POST',
    path,
    ...multipart({ ...hidden, ...fields }),
  })
}

export interface ActionCall {
  readonly path: string
  /** Text in the form whose action is called. */
  readonly marker: string
  /** Makes the action's arguments, after those that the page bound to it. */
  readonly encode: (bound: readonly unknown[]) => Pick<Ask, 'headers' | 'body'>
}

/** Calls the action of a form as Next's client does: its id in `Next-Action`, its arguments as React's reply format. */
export async function callAction(
  side: Side,
  { path, marker, encode }: ActionCall,
): Promise<Answer> {
  const hidden = await openForm(side, path, marker)
  const { id, bound } = readReference(hidden)
  const { headers = [], body = '' } = encode(bound)
  return side.ask({
    host: 'frontend',
    method: 'POST',
    path,
    headers: [
      ['accept', 'text/x-component'],
      ['next-action', id],
      ...headers.filter(([name]) => name !== 'origin'),
      ['origin', PLAYGROUND_ORIGIN],
    ],
    body,
  })
}

/** Id and bound arguments from a form's hidden fields: `$ACTION_ID_<id>`, or `$ACTION_<n>:0` and `:1`. */
function readReference(hidden: Fields): { id: string; bound: readonly unknown[] } {
  for (const [name, value] of Object.entries(hidden)) {
    if (name.startsWith('$ACTION_ID_')) return { id: name.slice('$ACTION_ID_'.length), bound: [] }
    if (!/^\$ACTION_\d+:0$/.test(name)) continue
    const reference: { id: string } = JSON.parse(value)
    const bound: unknown[] = JSON.parse(hidden[name.replace(/0$/, '1')] ?? '[]')
    return { id: reference.id, bound }
  }
  throw new Error('The form names no action.')
}

/** Arguments that are plain data. */
export function encodeData(args: readonly unknown[]): Pick<Ask, 'headers' | 'body'> {
  return {
    headers: [['content-type', 'text/plain;charset=UTF-8']],
    body: JSON.stringify(args),
  }
}

/**
 * Arguments whose last is the form itself. Its fields come first, as React sends them: a form that is named before its
 * fields have come is empty. (So they are no object's keys: `0` would be the first of those.)
 */
export function encodeWithForm(
  args: readonly unknown[],
  fields: Fields,
): Pick<Ask, 'headers' | 'body'> {
  const named = Object.entries(fields).map(([name, value]) => [`_1_${name}`, value] as const)
  return multipartInOrder([...named, ['0', JSON.stringify([...args, '$K1'])]])
}
