// examples/user-crud/compose.yaml, read as Compose reads it: there is no Docker where this is tested.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ROOT } from '../build/build-if-changed.mjs'

type Condition = 'service_started' | 'service_healthy' | 'service_completed_successfully'

interface Part {
  readonly image?: string
  readonly build?: string | { readonly context: string; readonly dockerfile: string }
  readonly environment?: Readonly<Record<string, string>>
  readonly depends_on?: Readonly<Record<string, { readonly condition: Condition }>>
  readonly healthcheck?: object
}

const EXAMPLE = join(ROOT, 'examples/user-crud')
const file: { services: Record<string, Part>; volumes: Record<string, unknown> } = parse(
  readFileSync(join(EXAMPLE, 'compose.yaml'), 'utf8'),
)
const parts = Object.entries(file.services)

function dockerfileOf({ build }: Part): string | null {
  if (build === undefined) return null
  const { context, dockerfile } =
    typeof build === 'string' ? { context: build, dockerfile: 'Dockerfile' } : build
  return join(EXAMPLE, context, dockerfile)
}

test.each(parts)('%s has an image with a version, or a Dockerfile', (_name, part) => {
  const dockerfile = dockerfileOf(part)
  const isThere = dockerfile === null ? /:\d/.test(part.image ?? '') : existsSync(dockerfile)
  expect(isThere).toBe(true)
})

/** Whether something would ever say that it is healthy. */
function hasHealthcheck(part: Part): boolean {
  const dockerfile = dockerfileOf(part)
  const text = dockerfile === null ? '' : readFileSync(dockerfile, 'utf8')
  return part.healthcheck !== undefined || /^HEALTHCHECK /m.test(text)
}

test.each(parts)('what %s waits for exists, and can become so', (_name, part) => {
  const awaited = Object.entries(part.depends_on ?? {})
  const missing = awaited.filter(([other, { condition }]) => {
    const found = file.services[other]
    return !found || (condition === 'service_healthy' && !hasHealthcheck(found))
  })
  expect(missing).toEqual([])
})

test('the order is database, migration, API, web', () => {
  const order = parts.map(([name, { depends_on: on }]) => [name, Object.keys(on ?? {})])
  expect(order).toEqual([
    ['database', []],
    ['migration', ['database']],
    ['api', ['migration']],
    ['web', ['api']],
  ])
})

test('each half gets the variables that it cannot start without', () => {
  const given = (name: string) => Object.keys(file.services[name]?.environment ?? {})
  expect(given('api')).toEqual(expect.arrayContaining(['DATABASE_URL', 'JWT_SECRET']))
  expect(given('web')).toEqual(expect.arrayContaining(['API_URL', 'APP_URL']))
})
