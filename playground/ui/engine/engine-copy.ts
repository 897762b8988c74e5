// What is said about engines: which one runs, what each asks for, and what became of a chosen one. Strings of the
// playground beside copy.ts.
import type { EngineName } from '../../runtime/engine/engine.ts'

export const engineCopy = {
  menu: 'Engine',
  label: (line: string) => `Engine: ${line}`,
  names: { own: 'Own engine', webcontainer: 'WebContainers' } satisfies Record<EngineName, string>,
  lines: {
    own: 'Own engine',
    webcontainer: 'Powered by WebContainers',
  } satisfies Record<EngineName, string>,
  ownLine: 'Starts faster, and asks no other host for anything.',
  webcontainerLine:
    'A real next dev in StackBlitz’s container. It loads 26 MB of packages and the container itself, needs stackblitz.com and a desktop browser, and its terms ask for a licence in for-profit production. FastAPI stays in this page.',
  compare: 'Compare the engines',
  useOwn: 'Use the own engine',
  replacedTitle: 'The own engine runs instead.',
  replaced: 'Your files, progress and database are as they were.',
  noProduction:
    'Production builds run in the own engine: choose it in the engine menu, then build again.',
  jar: 'WebContainers only run Next.js here. Cookies are kept in this jar, as with the own engine: the browser’s own cookies of stackblitz.com or of any other host take no part.',
} as const
