// An app whose stylesheets are Tailwind's: what its page looks like is compared, beside what is answered.
import type { FixtureApp } from './fixture-app.ts'
import { tailwind } from './styled/tailwind.ts'

export const styledApp: FixtureApp = { name: 'styled', slices: [tailwind], looks: ['/', '/other'] }
