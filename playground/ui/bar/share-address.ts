// Where a shared link keeps its work: behind the hash, so that no server ever gets it.
export const SHARED = 'code'

export function shareAddress(text: string): string {
  return `${new URL('/play/', window.location.href).href}#${SHARED}=${text}`
}
