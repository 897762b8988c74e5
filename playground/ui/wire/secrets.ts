// What stays dotted until someone asks: credentials in headers, cookie values, password fields in bodies.
export const DOTS = '••••••••'

const SECRET_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie'])
const SECRET_FIELD = String.raw`(?:password|passwd|secret|token|api_?key)[\w-]*`

export function hideHeader(name: string, value: string): string {
  const lower = name.toLowerCase()
  if (!SECRET_HEADERS.has(lower)) return value
  if (lower === 'authorization')
    return value.replace(/^(\w+ )?.*$/, (_, scheme: string | undefined) => `${scheme ?? ''}${DOTS}`)
  if (lower === 'set-cookie') return value.replace(/^([^=;]+)=[^;]*/, `$1=${DOTS}`)
  return value.replace(/=[^;]*/g, `=${DOTS}`)
}

/** JSON members, form fields and multipart parts whose name says that they are secret. */
export function hideBody(text: string): string {
  return text
    .replace(
      new RegExp(`("[\\w-]*${SECRET_FIELD}"\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*"`, 'gi'),
      `$1"${DOTS}"`,
    )
    .replace(new RegExp(`((?:^|&)[\\w.-]*${SECRET_FIELD}=)[^&\\s]*`, 'gim'), `$1${DOTS}`)
    .replace(
      new RegExp(`(name="[\\w.-]*${SECRET_FIELD}"\\r?\\n\\r?\\n)[^\\r\\n]*`, 'gi'),
      `$1${DOTS}`,
    )
}
