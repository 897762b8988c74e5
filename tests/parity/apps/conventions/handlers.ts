// Route handlers: methods, bodies, streams, cookies, static and dynamic ones.
import { ask, type Slice } from '../fixture-app.ts'

const json = [['content-type', 'application/json']] as const

export const handlers: Slice = {
  files: {
    'app/api/all/[id]/route.ts': `const say = (method) => async (request, { params }) => Response.json({ method, ...(await params), body: method === 'GET' || method === 'DELETE' ? null : await request.text() }, { status: method === 'POST' ? 201 : 200, headers: { 'x-method': method } })
export const GET = say('GET'), POST = say('POST'), PUT = say('PUT'), PATCH = say('PATCH'), DELETE = say('DELETE')`,
    'app/api/get/route.ts': `export async function GET() { return new Response('only get') }`,
    'app/api/own/route.ts': `export async function HEAD() { return new Response(null, { headers: { 'x-head': 'own' } }) }
export async function OPTIONS() { return new Response(null, { status: 204, headers: { allow: 'OPTIONS, HEAD' } }) }`,
    'app/api/dynamic/route.ts': `import { type NextRequest } from 'next/server'
export async function GET(request: NextRequest) {
  const { nextUrl } = request
  return Response.json({ path: nextUrl.pathname, search: nextUrl.search, url: request.url, cookie: request.cookies.get('a')?.value ?? null, agent: request.headers.get('x-agent') })
}`,
    'app/api/cookies/route.ts': `import { cookies } from 'next/headers'
export async function GET() {
  const jar = await cookies()
  const seen = jar.getAll().map(({ name, value }) => name + '=' + value)
  jar.set('plain', 'a b;c')
  jar.set({ name: 'full', value: 'v', path: '/api', maxAge: 60, httpOnly: true, sameSite: 'lax', secure: true })
  jar.delete('old')
  return Response.json(seen)
}
export async function POST() {
  const { NextResponse } = await import('next/server')
  const response = NextResponse.json({ ok: true }, { status: 202 })
  response.cookies.set('from-response', '1', { expires: new Date(0) })
  response.headers.append('set-cookie', 'second=2; Path=/')
  return response
}`,
    'app/api/headers/route.ts': `import { headers } from 'next/headers'
export async function GET() { const list = await headers(); return new Response([list.get('x-one'), list.get('host'), list.get('x-forwarded-proto')].join('|')) }`,
    'app/api/static/route.ts': `export const dynamic = 'force-static'
export async function GET(request) { return Response.json({ fixed: true, search: new URL(request.url).search }) }`,
    'app/api/timed/route.ts': `export const dynamic = 'force-static'
export const revalidate = 864000
export async function GET() { return Response.json({ timed: true }) }`,
    'app/api/listed/[id]/route.ts': `export function generateStaticParams() { return [{ id: '1' }] }
export const dynamic = 'force-static'
export async function GET(_request, { params }) { return Response.json(await params) }`,
    'app/api/stream/route.ts': `export async function GET() {
  const encoder = new TextEncoder()
  return new Response(new ReadableStream({
    async start(controller) { for (let i = 0; i < 3; i++) { controller.enqueue(encoder.encode('part ' + i + '\\n')); await new Promise((resolve) => setTimeout(resolve, 5)) } controller.close() },
  }), { headers: { 'content-type': 'text/event-stream' } })
}`,
    'app/api/form/route.ts': `export async function POST(request) {
  const form = await request.formData()
  const file = form.get('file')
  return Response.json({ name: form.get('name'), file: file && typeof file !== 'string' ? [file.name, file.type, await file.text()] : null })
}`,
    'app/api/redirects/route.ts': `import { redirect, permanentRedirect, notFound } from 'next/navigation'
export async function GET(request) {
  const kind = request.nextUrl.searchParams.get('kind')
  if (kind === 'temporary') redirect('/about')
  if (kind === 'permanent') permanentRedirect('/about')
  if (kind === 'response') return Response.redirect(new URL('/about', request.url), 303)
  notFound()
}`,
    'app/api/throws/route.ts': `export async function GET() { throw new Error('thrown in a handler') }
export async function POST() { return undefined }`,
    'app/api/bytes/route.ts': `export const dynamic = 'force-dynamic'
export async function GET() { return new Response(new Uint8Array([104, 105]), { headers: { 'content-type': 'application/octet-stream', etag: '"own"', 'cache-control': 'max-age=5' } }) }`,
    'app/api/[...rest]/route.ts': `export async function GET(_request, { params }) { return Response.json(await params) }`,
    'app/feed.xml/route.ts': `export async function GET() { return new Response('<rss/>', { headers: { 'content-type': 'application/rss+xml' } }) }`,
  },
  steps: [
    ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) =>
      ask(`handler-${method.toLowerCase()}`, '/api/all/7', {
        method,
        ...(method === 'GET' || method === 'DELETE' ? {} : { body: `sent by ${method}` }),
      }),
    ),
    ask('handler-head', '/api/all/7', { method: 'HEAD' }),
    ask('handler-options', '/api/all/7', { method: 'OPTIONS' }),
    ask('handler-without-post', '/api/get', { method: 'POST', body: '' }),
    ask('handler-options-of-get', '/api/get', { method: 'OPTIONS' }),
    ask('handler-own-head', '/api/own', { method: 'HEAD' }),
    ask('handler-own-options', '/api/own', { method: 'OPTIONS' }),
    ask('handler-without-get', '/api/own'),
    ask('handler-request', '/api/dynamic?a=1&b=%20', {
      headers: [
        ['cookie', 'a=x; b=y'],
        ['x-agent', 'test'],
      ],
    }),
    ask('handler-cookies', '/api/cookies', { headers: [['cookie', 'old=1; other=2']] }),
    ask('handler-response-cookies', '/api/cookies', { method: 'POST', body: '' }),
    ask('handler-headers', '/api/headers', { headers: [['x-one', '1']] }),
    ask('handler-static', '/api/static?ignored=1'),
    ask('handler-timed', '/api/timed'),
    ask('handler-listed', '/api/listed/1'),
    ask('handler-unlisted', '/api/listed/2'),
    ask('handler-stream', '/api/stream'),
    ask('handler-form', '/api/form', {
      method: 'POST',
      headers: [['content-type', 'multipart/form-data; boundary=edge']],
      body: '--edge\r\nContent-Disposition: form-data; name="name"\r\n\r\nAda\r\n--edge\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nhello\r\n--edge--\r\n',
    }),
    ask('handler-form-urlencoded', '/api/form', {
      method: 'POST',
      headers: [['content-type', 'application/x-www-form-urlencoded']],
      body: 'name=Ada+L',
    }),
    ask('handler-redirect', '/api/redirects?kind=temporary'),
    ask('handler-permanent-redirect', '/api/redirects?kind=permanent'),
    ask('handler-response-redirect', '/api/redirects?kind=response'),
    ask('handler-not-found', '/api/redirects'),
    ask('handler-throws', '/api/throws'),
    ask('handler-answers-nothing', '/api/throws', { method: 'POST', headers: json, body: '{}' }),
    ask('handler-bytes', '/api/bytes'),
    ask('handler-catch-all', '/api/some/thing'),
    ask('handler-with-extension', '/feed.xml'),
    ask('handler-as-data', '/api/get', { headers: [['rsc', '1']] }),
    ask('handler-with-trailing-slash', '/api/get/'),
    ask('handler-unknown-method', '/api/get', { method: 'PROPFIND' }),
  ],
}
