'use server'

import { cookies } from 'next/headers'
import { DENSITY_COOKIE } from '@/lib/density'

const ONE_YEAR_S = 60 * 60 * 24 * 365

export async function setDensity(form: FormData): Promise<void> {
  const density = form.get('density') === 'compact' ? 'compact' : 'comfortable'
  const jar = await cookies()
  jar.set(DENSITY_COOKIE, density, {
    httpOnly: true,
    maxAge: ONE_YEAR_S,
    path: '/',
    sameSite: 'lax',
  })
}
