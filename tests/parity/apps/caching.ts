// The App Router with cacheComponents.
import { cached } from './caching/cached.ts'
import type { FixtureApp } from './fixture-app.ts'

export const cachingApp: FixtureApp = { name: 'caching', slices: [cached] }
