import { NextResponse } from 'next/server'
import { cookies } from 'next/headers'

export async function GET() {
  await cookies()
  return NextResponse.json({ ok: 1 })
}
