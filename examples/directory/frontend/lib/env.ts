import 'server-only'

function readApiUrl(value: string | undefined): URL {
  if (!value) throw new Error('API_URL is not set. Copy frontend/.env.example to frontend/.env.')
  if (!URL.canParse(value))
    throw new Error('API_URL is not an address. It should look like http://localhost:8000.')
  return new URL(value)
}

/** Where FastAPI is. Read once, when the server loads its first page: a wrong value stops it there, by name. */
export const apiUrl = readApiUrl(process.env.API_URL)
