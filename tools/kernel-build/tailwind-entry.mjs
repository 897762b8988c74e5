// Entry of tailwind.js (contract.ts, `TailwindChunk`): the published package with its stylesheets, and our part, which
// stands in for its native scanner. Bundled by tailwind-bundle.mjs; never run by Node.
import picomatch from 'next/dist/compiled/picomatch'
import { compile, Features, Polyfills } from 'tailwindcss'
import index from 'tailwindcss/index.css'
import preflight from 'tailwindcss/preflight.css'
import theme from 'tailwindcss/theme.css'
import utilities from 'tailwindcss/utilities.css'
import { createTailwind } from '../../playground/runtime/kernel/tailwind/tailwind.ts'

export const { compileTailwind } = createTailwind({
  compile,
  features: Features,
  polyfills: Polyfills,
  sheets: {
    'index.css': index,
    'preflight.css': preflight,
    'theme.css': theme,
    'utilities.css': utilities,
  },
  glob: (pattern) => picomatch(pattern, { dot: true, windows: false }),
})
