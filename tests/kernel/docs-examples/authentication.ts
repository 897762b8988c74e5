import { expect } from 'vitest'
import { getHeader } from '../../../playground/runtime/wire/headers.ts'
import { layout, waitForHydration, type DocsExample } from './docs-example.ts'

/** A signed cookie, a data access layer with React's cache, and a proxy that looks first. */
export const authentication: DocsExample = {
  page: 'guides/authentication',
  files: {
    '.env': 'SESSION_SECRET=0123456789abcdef0123456789abcdef',
    'app/layout.tsx': layout,
    'app/lib/session.ts': `import 'server-only'
import { cookies } from 'next/headers'
import { SignJWT, jwtVerify } from 'jose'
const encodedKey = new TextEncoder().encode(process.env.SESSION_SECRET)
export async function encrypt(payload: { userId: string }) {
  return new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).setIssuedAt().setExpirationTime('7d').sign(encodedKey)
}
export async function decrypt(session: string | undefined = '') {
  try {
    const { payload } = await jwtVerify(session, encodedKey, { algorithms: ['HS256'] })
    return payload
  } catch {
    console.log('Failed to verify session')
  }
}
export async function createSession(userId: string) {
  const expires = new Date(Date.now() + 7 * 24 * 60 * 60 * 1000)
  const cookieStore = await cookies()
  cookieStore.set('session', await encrypt({ userId }), { httpOnly: true, secure: true, expires, sameSite: 'lax', path: '/' })
}
export async function deleteSession() { (await cookies()).delete('session') }`,
    'app/lib/dal.ts': `import 'server-only'
import { cache } from 'react'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { decrypt } from '@/app/lib/session'
export const verifySession = cache(async () => {
  const session = await decrypt((await cookies()).get('session')?.value)
  if (!session?.userId) redirect('/login')
  return { isAuth: true, userId: session.userId }
})`,
    'app/actions/auth.ts': `'use server'
import { redirect } from 'next/navigation'
import { createSession, deleteSession } from '@/app/lib/session'
export async function login(_state: string, formData: FormData) {
  if (formData.get('password') !== 'open') return 'Wrong password'
  await createSession('42')
  redirect('/dashboard')
}
export async function logout() {
  await deleteSession()
  redirect('/login')
}`,
    'app/login/page.tsx': `'use client'
import { useActionState } from 'react'
import { login } from '@/app/actions/auth'
export default function Page() {
  const [error, action, pending] = useActionState(login, '')
  return <form action={action}><input name="password" type="password" /><button disabled={pending} type="submit">Log in</button><p id="error">{error}</p></form>
}`,
    'app/dashboard/page.tsx': `import { verifySession } from '@/app/lib/dal'
import { logout } from '@/app/actions/auth'
export default async function Dashboard() {
  const { userId } = await verifySession()
  return <form action={logout}><h1>Dashboard of {String(userId)}</h1><button>Log out</button></form>
}`,
    'proxy.ts': `import { NextRequest, NextResponse } from 'next/server'
import { decrypt } from '@/app/lib/session'
import { cookies } from 'next/headers'
const protectedRoutes = ['/dashboard']
const publicRoutes = ['/login', '/']
export default async function proxy(req: NextRequest) {
  const path = req.nextUrl.pathname
  const session = await decrypt((await cookies()).get('session')?.value)
  if (protectedRoutes.includes(path) && !session?.userId) return NextResponse.redirect(new URL('/login', req.nextUrl))
  if (publicRoutes.includes(path) && session?.userId) return NextResponse.redirect(new URL('/dashboard', req.nextUrl))
  return NextResponse.next()
}
export const config = { matcher: ['/((?!api|_next/static|_next/image|.*\\\\.png$).*)'] }`,
  },
  async see(kernel) {
    await kernel.clearCookies()
    const away = await kernel.request('/dashboard')
    expect(away.status).toBe(307)
    expect(
      new URL(getHeader(away.headers, 'location') ?? '', 'http://localhost:3000').pathname,
    ).toBe('/login')
    const frame = await kernel.open('/login')
    await waitForHydration(frame, 'form')
    await frame.fill('input[name=password]', 'shut')
    await frame.click('button')
    await expect.poll(() => frame.textContent('#error')).toBe('Wrong password')
    await frame.fill('input[name=password]', 'open')
    await frame.click('button')
    await expect.poll(() => frame.locator('h1').allTextContents()).toEqual(['Dashboard of 42'])
    expect((await kernel.request('/login')).status).toBe(307)
    await frame.click('button')
    await frame.waitForSelector('#error', { state: 'attached' })
    expect(await kernel.cookies()).not.toHaveProperty('session')
    const forged = await kernel.request('/dashboard', {
      headers: [['cookie', 'session=eyJhbGciOiJub25lIn0.eyJ1c2VySWQiOiI0MiJ9.']],
    })
    expect(forged.status).toBe(307)
  },
}
