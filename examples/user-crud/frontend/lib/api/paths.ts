// What FastAPI takes and answers, from the types that `npm run types` generates.
import type { paths } from '@/lib/generated/api'

export type Verb = 'get' | 'post' | 'patch' | 'delete'

/** The paths that know this verb. */
export type PathOf<V extends Verb> = {
  [P in keyof paths]: paths[P][V] extends object ? P : never
}[keyof paths]

type Operation<V extends Verb, P extends PathOf<V>> = paths[P][V]

type PathValues<O> = O extends { parameters: { path: infer Values } }
  ? { path: Values }
  : { path?: never }

type QueryValues<O> = O extends { parameters: { query?: infer Values } }
  ? { query?: Values }
  : { query?: never }

type Body<O> = O extends { requestBody: { content: infer Content } }
  ? { body: Content[keyof Content] }
  : { body?: never }

export type Input<V extends Verb, P extends PathOf<V>> = PathValues<Operation<V, P>> &
  QueryValues<Operation<V, P>> &
  Body<Operation<V, P>>

type Json<Response> = Response extends { content: { 'application/json': infer Value } }
  ? Value
  : null

export type Answer<V extends Verb, P extends PathOf<V>> =
  Operation<V, P> extends { responses: infer Responses }
    ? Json<Responses[keyof Responses & (200 | 201 | 204)]>
    : never
