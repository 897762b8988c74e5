// Many notes at once, for this lesson only: each line of the text is the title of one.
import { revalidateTag } from 'next/cache'
import { call } from '@/lib/api/call'
import { withToken } from '@/lib/dal'
import { isFromHere } from '@/lib/same-origin'
import { STATS_TAG } from '@/lib/stats'

export async function POST(request: Request): Promise<Response> {
  if (!isFromHere(request.headers)) return new Response(null, { status: 403 })
  const text = await request.text()
  const titles = text.split('\n').filter((line) => line.trim() !== '')
  for (const title of titles) {
    const body = { title, text: '' }
    const outcome = await withToken((token) => call('post', '/api/notes', { token, body }))
    if (!outcome.ok) return Response.json(outcome.problem, { status: outcome.problem.status || 502 })
  }
  revalidateTag(STATS_TAG, { expire: 0 })
  return new Response(null, { status: 204 })
}
