// What FastAPI says when it says no: always `{ code, message, fields }`.
import { isJsonObject } from './person'

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
  message: 'The directory cannot be reached right now. Please try again in a moment.',
  fields: {},
}

/** `body` may be anything: a gateway in between answers in its own way. */
export function parseProblem(status: number, body: unknown): Problem {
  const unknownProblem = {
    status,
    code: 'unknown',
    message: `The directory answered ${status}.`,
    fields: {},
  }
  if (!isJsonObject(body) || typeof body.code !== 'string' || typeof body.message !== 'string')
    return unknownProblem
  const fields: Record<string, string> = {}
  for (const [name, text] of Object.entries(isJsonObject(body.fields) ? body.fields : {})) {
    if (typeof text === 'string') fields[name] = text
  }
  return { status, code: body.code, message: body.message, fields }
}
