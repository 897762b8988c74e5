import { expect, test } from 'vitest'
import { routeTypes } from './route-types.ts'

test('routes have the parameters that their folders name; groups and slots are no part of them', () => {
  const types = routeTypes([
    'frontend/app/layout.tsx',
    'frontend/app/(list)/page.tsx',
    'frontend/app/people/[id]/page.tsx',
    'frontend/app/docs/[[...path]]/page.tsx',
    'frontend/app/@modal/page.tsx',
    'frontend/app/api/[...rest]/route.ts',
    'frontend/lib/page.tsx',
  ])
  expect(types).toContain('type AppRoutes = "/" | "/docs/[[...path]]" | "/people/[id]"')
  expect(types).toContain('"/people/[id]": { "id": string }')
  expect(types).toContain('"/docs/[[...path]]": { "path"?: string[] }')
  expect(types).toContain('"/api/[...rest]": { "rest": string[] }')
  expect(types).toContain('type AppRouteHandlerRoutes = "/api/[...rest]"')
  expect(types).toMatch(/LayoutSlotMap \{\n  "\/": "modal"/)
})
