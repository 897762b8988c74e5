// The CORS check (Fetch standard, section 4.10) with the sentences that Chromium writes. Runs anywhere.
// The sentences are Chromium 156's own; tests/cors-matrix compares them with the real ones.
import { getHeaderValues, type HeaderPairs } from '../../wire/headers.ts'

export interface CorsRequest {
  /** As sent in the Origin header: `http://localhost:3000` or `null`. */
  readonly origin: string
  readonly withCredentials: boolean
}

/** null when the page may read the answer, else the reason. */
export function checkCors(headers: HeaderPairs, request: CorsRequest): string | null {
  const { origin, withCredentials } = request
  const values = getHeaderValues(headers, 'access-control-allow-origin')
  if (values.length === 0) {
    return "No 'Access-Control-Allow-Origin' header is present on the requested resource."
  }
  const allowed = values.join(', ')
  if (allowed === '*') {
    if (!withCredentials) return null
    return (
      "The value of the 'Access-Control-Allow-Origin' header in the response must not be the " +
      "wildcard '*' when the request's credentials mode is 'include'."
    )
  }
  if (allowed !== origin)
    return `${describeMismatch(allowed)} Have the server send the header with a valid value.`
  if (!withCredentials) return null
  const credentials = getHeaderValues(headers, 'access-control-allow-credentials').join(', ')
  if (credentials === 'true') return null
  return (
    "The value of the 'Access-Control-Allow-Credentials' header in the response is " +
    `'${credentials}' which must be 'true' when the request's credentials mode is 'include'.`
  )
}

function describeMismatch(allowed: string): string {
  if (/[ ,]/.test(allowed)) {
    return (
      "The 'Access-Control-Allow-Origin' header contains multiple values " +
      `'${allowed}', but only one is allowed.`
    )
  }
  if (allowed !== 'null' && !URL.canParse(allowed)) {
    return `The 'Access-Control-Allow-Origin' header contains the invalid value '${allowed}'.`
  }
  return (
    `The 'Access-Control-Allow-Origin' header has a value '${allowed}' that is not equal to the ` +
    `supplied origin.`
  )
}

/** What a page script asked for, as Chromium's sentence begins. */
export interface BlockedFetch {
  readonly url: string
  /** The address that was asked first, when a redirect led to `url`. */
  readonly redirectedFrom: string | null
  readonly origin: string
  readonly destination: string
}

const INITIATORS: Readonly<Record<string, string>> = {
  '': 'fetch',
  audio: 'audio',
  font: 'font',
  image: 'image',
  script: 'script',
  style: 'CSS stylesheet',
  video: 'video',
}

/** The whole console line. */
export function describeBlocked(asked: BlockedFetch, reason: string): string {
  const { url, redirectedFrom, origin, destination } = asked
  const what = INITIATORS[destination] ?? 'resource'
  const way = redirectedFrom === null ? '' : ` (redirected from '${redirectedFrom}')`
  return `Access to ${what} at '${url}'${way} from origin '${origin}' has been blocked by CORS policy: ${reason}`
}
