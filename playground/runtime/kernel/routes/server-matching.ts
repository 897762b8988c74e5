// Next's route matcher as server.js carries it, for tables that need nothing else of Next's build-time code.
import type { KernelServer } from '../contract.ts'
import type { RouteMatching } from './route-table.ts'

const FOLDER = '(rsc)/./node_modules/next/dist/shared/lib/router/utils/'

/** null when this kernel's server does not carry them: toolchain.js does. */
export function serverMatching({ webpack }: KernelServer): RouteMatching | null {
  const ids = { regex: `${FOLDER}route-regex.js`, matcher: `${FOLDER}route-matcher.js` }
  if (!(ids.regex in webpack.m) || !(ids.matcher in webpack.m)) return null
  const found = { ...Object(webpack(ids.regex)), ...Object(webpack(ids.matcher)) }
  return isMatching(found) ? found : null
}

function isMatching(value: object): value is RouteMatching {
  return 'getRouteRegex' in value && 'getRouteMatcher' in value
}
