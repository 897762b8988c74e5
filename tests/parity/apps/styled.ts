// An app with Tailwind 4: its pages and, as they link them, its stylesheets.
import type { FixtureApp } from './fixture-app.ts'
import { tailwind } from './styled/tailwind.ts'

export const styledApp: FixtureApp = { name: 'styled', slices: [tailwind] }
