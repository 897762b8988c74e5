// The environment, checked. Read when it is needed and not when it is imported: `next build` needs none of it.

export interface Environment {
  /** Where FastAPI is. Known to Next's server only. */
  apiUrl: URL
  /** Whether people come by https. Not NODE_ENV: `next start` on plain http is production too. */
  isHttps: boolean
}

function readUrl(name: string, example: string): URL {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set. It should look like ${example}.`)
  if (!URL.canParse(value))
    throw new Error(`${name} is not an address. It should look like ${example}.`)
  return new URL(value)
}

export function readEnvironment(): Environment {
  return {
    apiUrl: readUrl('API_URL', 'http://localhost:8000'),
    isHttps: readUrl('APP_URL', 'https://notes.example.com').protocol === 'https:',
  }
}
