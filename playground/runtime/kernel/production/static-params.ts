// What the segments of a dynamic route export for the build: generateStaticParams and dynamicParams, from the outermost
// layout to the page, as next/dist/build/static-paths/app.js goes through them.
import type { BootedKernel } from '../boot.ts'
import { decodePath } from '../requests/mended-path.ts'
import type { Route } from '../routes/route-table.ts'

export type Params = Readonly<Record<string, string | readonly string[]>>

export interface StaticParams {
  /** null: no segment lists any. */
  readonly listed: readonly Params[] | null
  /** `dynamicParams = false`: what is not listed is a 404. */
  readonly onlyListed: boolean
}

type Segment = Readonly<Record<string, unknown>>
type Generate = (input: { params: Params }) => unknown

export async function readStaticParams(
  { app }: Pick<BootedKernel, 'app'>,
  route: Route,
): Promise<StaticParams> {
  const { routeModule } = await app.handlerOf(await app.ensure(route))
  const userland: unknown = await routeModule?.userland
  const segments = route.kind === 'route' ? [toSegment(userland)] : await readTree(userland)
  let listed: readonly Params[] | null = null
  for (const { generateStaticParams } of segments) {
    if (!isGenerate(generateStaticParams)) continue
    const next: Params[] = []
    for (const params of listed ?? [{}]) {
      const made: unknown = await generateStaticParams({ params })
      for (const more of Array.isArray(made) ? made : []) next.push({ ...params, ...more })
    }
    listed = next
  }
  return { listed, onlyListed: segments.some((segment) => segment['dynamicParams'] === false) }
}

/** A loader tree of Next's: `[segment, { children: tree }, { layout: [load], page: [load] }]`. */
async function readTree(userland: unknown): Promise<Segment[]> {
  const segments: Segment[] = []
  let tree: unknown = Object(userland).loaderTree
  while (Array.isArray(tree)) {
    const [, slots, modules] = tree
    for (const name of ['layout', 'page'] as const) {
      const load: unknown = Object(Object(modules)[name])[0]
      if (typeof load === 'function') segments.push(toSegment(await load()))
    }
    tree = Object(slots).children
  }
  return segments
}

function toSegment(exports: unknown): Segment {
  return Object(exports)
}

function isGenerate(value: unknown): value is Generate {
  return typeof value === 'function'
}

/** `/users/[id]` and `{ id: 'a b' }` -> `/users/a b`; catch-alls take lists. */
export function fillPath(pathname: string, params: Params): string {
  return pathname.replace(/\/\[\[?(?:\.\.\.)?(\w+)\]?\]/g, (_whole, name: string) =>
    [params[name] ?? []]
      .flat()
      .map((part) => `/${part}`)
      .join(''),
  )
}

export function sameParams(one: Params, other: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(one).every(
    ([name, value]) => decoded(value).join('/') === decoded(other[name]).join('/'),
  )
}

function decoded(value: unknown): string[] {
  // A bare `%` is itself.
  return [value ?? []].flat().map((part) => decodePath(String(part)) ?? String(part))
}
