// /play with both ends running. The journey before may have left it so: a start is the dearest thing here.
import { until } from '../acts.ts'
import type { Driver } from '../driver.ts'

export async function openPlay(driver: Driver, from = 'directory'): Promise<void> {
  const isThere = await driver.inSite(
    (_: null) => location.pathname === '/play/' && window.bothEnds !== undefined,
    null,
  )
  if (!isThere) {
    await driver.open(`/play/?from=${from}`)
    await until('the playground is there', () =>
      driver.inSite((_: null) => window.bothEnds !== undefined, null),
    )
  }
  await driver.call('ready')
}
