// The one thing that is the same for everybody.
import 'server-only'
import { call, unwrap } from './api/call'

export const STATS_TAG = 'stats'

export async function readStats() {
  return unwrap(await call('get', '/api/stats', {}))
}
