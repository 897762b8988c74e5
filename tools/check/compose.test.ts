// examples/user-crud/compose.yaml, read as Compose reads it: there is no Docker where this is tested.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ROOT } from '../build/build-if-changed.mjs'

type Condition = 'service_started' | 'service_healthy' | 'service_completed_successfully'

interface Service {
  readonly image?: string
  readonly build?: string | { readonly context: string; readonly dockerfile: string }
  readonly environment?: Readonly<Record<string, string>>
  readonly depends_on?: Readonly<Record<string, { readonly condition: Condition }>>
  readonly healthcheck?: object
}

const EXAMPLE = join(ROOT, 'examples/user-crud')
const file: { services: Record<string, Service>; volumes: Record<string, unknown> } = parse(
  readFileSync(join(EXAMPLE, 'compose.yaml'), 'utf8'),
)
const services = Object.entries(file.services)

function dockerfileOf({ build }: Service): string | null {
  if (build === undefined) return null
  const { context, dockerfile } =
    typeof build === 'string' ? { context: build, dockerfile: 'Dockerfile' } : build
  return join(EXAMPLE, context, dockerfile)
}

test.each(services)('%s has an image with a version, or a Dockerfile', (_name, service) => {
  const dockerfile = dockerfileOf(service)
  if (dockerfile === null) expect(service.image).toMatch(/:\d/)
  else expect(existsSync(dockerfile)).toBe(true)
})

test.each(services)('what %s waits for exists, and can become so', (_name, service) => {
  for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
    const awaited = file.services[other]
    expect(awaited, other).toBeDefined()
    if (condition !== 'service_healthy' || !awaited) continue
    const dockerfile = dockerfileOf(awaited)
    const text = dockerfile === null ? '' : readFileSync(dockerfile, 'utf8')
    expect(awaited.healthcheck !== undefined || /^HEALTHCHECK /m.test(text)).toBe(true)
  }
})

test('the order is database, migration, API, web', () => {
  const order = services.map(([name, { depends_on: on }]) => [name, Object.keys(on ?? {})])
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
