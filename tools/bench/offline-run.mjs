// The start without a network: the two servers are stopped, and nothing listens on their ports. Beside it the return visit
// of the same reader, online, a moment before.
// @ts-check
import { waitUntilKept } from '../drive/kept.mjs'
import { startServers } from '../serve/serve.mjs'
import { createProfile, WAIT_MS, withPage } from './browser.mjs'
import { measureStart, snapshotIsKept } from './playground-runs.mjs'

/** @typedef {import('./playground-runs.mjs').StartTimes} StartTimes */
/** @typedef {{ online: StartTimes, offline: StartTimes }} OfflineTimes */

/** @returns {Promise<OfflineTimes>} */
export async function measureOfflineStart() {
  const profile = createProfile()
  const { siteOrigin, stop } = await startServers()
  const visit = () =>
    withPage(profile.folder, (page) => measureStart(page, siteOrigin, 'development'))
  try {
    await withPage(profile.folder, async (page) => {
      await measureStart(page, siteOrigin, 'development')
      await snapshotIsKept(page)
      await waitUntilKept(page, WAIT_MS)
    })
    const online = await visit()
    await stop()
    return { online, offline: await visit() }
  } finally {
    await stop()
    profile.remove()
  }
}
