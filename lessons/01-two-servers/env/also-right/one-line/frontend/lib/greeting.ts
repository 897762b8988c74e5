import 'server-only'

export interface Greeting {
  message: string
  letters: number
}

export type Answer =
  { ok: true; path: string; greeting: Greeting } | { ok: false; path: string; reason: string }

function isGreeting(value: unknown): value is Greeting {
  return (
    typeof value === 'object' &&
    value !== null &&
    'message' in value &&
    typeof value.message === 'string' &&
    'letters' in value &&
    typeof value.letters === 'number'
  )
}

/** Asks FastAPI on the server, so the browser never learns its address. What goes wrong comes back as a sentence. */
export async function fetchGreeting(name: string): Promise<Answer> {
  const path = `/api/hello?${new URLSearchParams({ name })}`

  let response: Response
  try {
    response = await fetch(`${process.env.API_URL}${path}`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(5_000),
    })
  } catch {
    return { ok: false, path, reason: 'FastAPI did not answer. Is it running?' }
  }
  if (!response.ok) return { ok: false, path, reason: `FastAPI answered ${response.status}.` }

  const body: unknown = await response.json()
  if (!isGreeting(body))
    return { ok: false, path, reason: 'FastAPI answered something else than a greeting.' }
  return { ok: true, path, greeting: body }
}
