import { connection } from 'next/server'
import { forgeTokens } from '@/lib/forgeries'

/** The tokens themselves, for the checks and for curl. */
export async function GET() {
  await connection()
  return Response.json(await forgeTokens())
}
