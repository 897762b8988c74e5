// What FastAPI says when it says no: always `{ code, message, fields }`.

export interface Problem {
  /** HTTP status, or 0 when nothing answered. */
  status: number
  code: string
  message: string
  fields: Record<string, string>
}

export const unreachable: Problem = {
  status: 0,
  code: 'unreachable',
  message: 'Our server cannot be reached right now. Nothing is lost: please try again in a moment.',
  fields: {},
}

export const sessionEnded: Problem = {
  status: 401,
  code: 'not_signed_in',
  message: 'Your login session has ended. Sign in in another tab, then send this once more.',
  fields: {},
}

function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `body` may be anything: a gateway in between answers in its own way. */
export function parseProblem(status: number, body: unknown): Problem {
  if (!isJsonObject(body) || typeof body.code !== 'string' || typeof body.message !== 'string')
    return { status, code: 'unknown', message: `Our server answered ${status}.`, fields: {} }
  const fields: Record<string, string> = {}
  for (const [name, text] of Object.entries(isJsonObject(body.fields) ? body.fields : {})) {
    if (typeof text === 'string') fields[name] = text
  }
  return { status, code: body.code, message: body.message, fields }
}
