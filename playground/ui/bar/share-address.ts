// Where a shared link keeps its work: behind the hash, so that no server ever gets it.
import { EMBED } from './embedded.ts'

export const SHARED = 'code'

export function shareAddress(text: string, { embedded = false } = {}): string {
  const url = new URL('/play/', window.location.href)
  if (embedded) url.search = EMBED
  return `${url.href}#${SHARED}=${text}`
}
