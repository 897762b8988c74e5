// The one thing that is the same for everybody, and the one thing that is kept: whatever depends on a cookie is not.
import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { call, unwrap } from './api/call'

export const STATS_TAG = 'stats'

export async function readStats() {
  'use cache'
  cacheTag(STATS_TAG)
  cacheLife('minutes')
  return unwrap(await call('get', '/api/stats', {}))
}
