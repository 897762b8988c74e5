import { cookies } from 'next/headers'

export type Density = 'comfortable' | 'compact'

export const DENSITY_COOKIE = 'density'

export async function readDensity(): Promise<Density> {
  return (await cookies()).get(DENSITY_COOKIE)?.value === 'compact' ? 'compact' : 'comfortable'
}
