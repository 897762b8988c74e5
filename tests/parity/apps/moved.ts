// An app below a path, with slashes at the end of its addresses.
import type { FixtureApp } from './fixture-app.ts'
import { moved } from './moved/moved.ts'

export const movedApp: FixtureApp = { name: 'moved', slices: [moved] }
