// The app as its own OpenAPI describes it: which questions there are, and who may ask them. Read over the wire, so that
// a row holds for any workspace.
import * as v from 'valibot'
import type { Answer, CheckTools, HttpTool, Where } from '../../lessons/define-checks.ts'
import { getHeader } from '../../runtime/wire/headers.ts'
import { DoesNotApply } from './does-not-apply.ts'

const Operation = v.object({
  security: v.optional(v.array(v.unknown())),
  parameters: v.optional(v.array(v.object({ required: v.optional(v.boolean()) }))),
  requestBody: v.optional(v.object({ content: v.record(v.string(), v.unknown()) })),
})

const OpenApi = v.object({
  // Beside the methods, a path may hold parameters of all of them.
  paths: v.record(v.string(), v.record(v.string(), v.unknown())),
  components: v.optional(
    v.object({
      securitySchemes: v.optional(
        v.record(
          v.string(),
          v.object({
            flows: v.optional(
              v.object({ password: v.optional(v.object({ tokenUrl: v.string() })) }),
            ),
          }),
        ),
      ),
    }),
  ),
})

export interface Endpoint {
  readonly method: string
  /** Without parameters in it: such a path can be asked for as it is. */
  readonly path: string
  readonly isOpen: boolean
  readonly takesJson: boolean
}

export interface Api {
  readonly endpoints: readonly Endpoint[]
  /** Where one signs in with a name and a password; null when nobody can. */
  readonly tokenPath: string | null
}

export async function readApi(http: HttpTool): Promise<Api> {
  const answer = await http.fastapi('/openapi.json')
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), OpenApi), answer.body)
  if (answer.status !== 200 || !parsed.success)
    throw new DoesNotApply('FastAPI describes itself at no /openapi.json, which this row reads.')
  const { paths, components } = parsed.output
  const endpoints = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, text]) => toEndpoint(method, path, text)),
  )
  const [tokenUrl = null] = Object.values(components?.securitySchemes ?? {}).flatMap(
    ({ flows }) => flows?.password?.tokenUrl ?? [],
  )
  return { endpoints, tokenPath: tokenUrl && new URL(tokenUrl, 'http://localhost:8000/').pathname }
}

function toEndpoint(method: string, path: string, text: unknown): readonly Endpoint[] {
  const parsed = v.safeParse(Operation, text)
  if (!parsed.success || path.includes('{')) return []
  const { security = [], parameters = [], requestBody } = parsed.output
  if (parameters.some(({ required }) => required)) return []
  const takesJson = Object.hasOwn(requestBody?.content ?? {}, 'application/json')
  return [{ method: method.toUpperCase(), path, isOpen: security.length === 0, takesJson }]
}

export function where({ exchange }: Answer, text: string): Where | null {
  return exchange && { type: 'exchange', id: exchange.id, text }
}

/** Empty where the answer has none. */
export function headerOf({ headers }: Answer, wanted: string): string {
  return getHeader(headers, wanted) ?? ''
}

/** Of our examples' demo: everybody who opens them may sign in so. */
const DEMO = { username: 'ada@example.com', password: 'demo password 2026' }

export interface SignedIn {
  readonly token: string
  /** Seconds; null when the answer does not say. */
  readonly expiresIn: number | null
}

export function askForToken(http: HttpTool, path: string, form: typeof DEMO): Promise<Answer> {
  return http.fastapi(path, {
    method: 'POST',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: new TextEncoder().encode(new URLSearchParams(form).toString()),
  })
}

const Token = v.object({ access_token: v.string(), expires_in: v.optional(v.number()) })

/** null when the demo's people are not there. */
export async function signIn({ http }: CheckTools, { tokenPath }: Api): Promise<SignedIn | null> {
  if (tokenPath === null) return null
  const { body } = await askForToken(http, tokenPath, DEMO)
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Token), body)
  if (!parsed.success) return null
  return { token: parsed.output.access_token, expiresIn: parsed.output.expires_in ?? null }
}

export function ask(
  http: HttpTool,
  { method, path }: Pick<Endpoint, 'method' | 'path'>,
  { token = null, json }: { readonly token?: string | null; readonly json?: unknown } = {},
): Promise<Answer> {
  return http.fastapi(path, {
    method,
    headers: token === null ? [] : [['authorization', `Bearer ${token}`]],
    ...(json !== undefined && { json }),
  })
}
