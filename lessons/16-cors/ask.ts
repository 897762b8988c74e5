// What the checks of both steps ask FastAPI for, as a page of another origin would.
import type { Answer, HttpTool } from '../../playground/lessons/define-checks.ts'

export const OURS = 'http://localhost:3000'
export const THEIRS = 'https://evil.example'

export function askFrom(http: HttpTool, origin: string, path: string): Promise<Answer> {
  return http.fastapi(path, { headers: [['origin', origin]] })
}

/** Which origin may read the answer; null for none but FastAPI's own. */
export function allowedOrigin({ headers }: Answer): string | null {
  const name = 'access-control-allow-origin'
  return headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? null
}
