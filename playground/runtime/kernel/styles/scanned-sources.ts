// The files in which Tailwind looks for classes, by the rules of its own scanner: every text of the app, but no other
// language for styles, no lock file and no secrets. Stylesheets are among them for the theme variables that they name.
import type { FrontendFiles } from '../files/frontend-files.ts'

const LEFT_OUT =
  /(^|\/)(package-lock\.json|pnpm-lock\.yaml|\.gitignore|\.env[^/]*)$|\.(less|lock|sass|scss|styl)$/

export function scannedSources(files: FrontendFiles): Record<string, string> {
  const sources: Record<string, string> = {}
  for (const path of files.paths()) {
    const content = files.get(path)
    if (typeof content === 'string' && !LEFT_OUT.test(path)) sources[path] = content
  }
  return sources
}
