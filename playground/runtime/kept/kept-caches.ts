// The caches of one origin: one for each version, by its name, and one for what outlives versions. Runs in pages and in
// service workers of that origin. Who fills them is keeper.ts; who answers from them, the service workers.
import type { KeptManifest, Wish } from './manifest.ts'

const PREFIX = 'both-ends-kept-'
/** Its presence is the whole message: service workers are ended and begun at any time, so they must find it. */
const REHEARSAL = 'both-ends-rehearsal'
const SETTINGS = 'both-ends-settings'
const WISHES = '/wishes'

export function cacheName({ version }: KeptManifest): string {
  return PREFIX + version
}

export async function findKept(version: string, address: string): Promise<Response | undefined> {
  return caches.match(address, { cacheName: PREFIX + version })
}

/** Whether a service worker has anything to answer from, or to refuse. */
export async function keepsAnything(): Promise<boolean> {
  return (await caches.keys()).some((name) => name.startsWith(PREFIX) || name === REHEARSAL)
}

/** When no page is left of the others. */
export async function forgetOtherVersions(manifest: KeptManifest): Promise<void> {
  const mine = cacheName(manifest)
  const names = await caches.keys()
  const others = names.filter((name) => name.startsWith(PREFIX) && name !== mine)
  await Promise.all(others.map((name) => caches.delete(name)))
}

/** From the rehearsal on, what is not kept is refused, as without a network. */
export async function isRehearsing(): Promise<boolean> {
  return caches.has(REHEARSAL)
}

export async function setRehearsing(isOn: boolean): Promise<void> {
  if (isOn) await caches.open(REHEARSAL)
  else await caches.delete(REHEARSAL)
}

/** What the next version has to keep as well. */
export async function readWishes(): Promise<readonly Wish[]> {
  const kept = await caches.match(WISHES, { cacheName: SETTINGS })
  const wishes: unknown = await kept?.json()
  return Array.isArray(wishes) ? wishes.filter((wish) => typeof wish === 'string') : []
}

export async function addWish(wish: Wish): Promise<void> {
  const wishes = await readWishes()
  if (wishes.includes(wish)) return
  const settings = await caches.open(SETTINGS)
  await settings.put(WISHES, Response.json([...wishes, wish]))
}

export async function forgetEverything(): Promise<void> {
  const names = await caches.keys()
  const ours = names.filter((name) => name.startsWith(PREFIX) || name === SETTINGS)
  await Promise.all(ours.map((name) => caches.delete(name)))
}

/** A file of another version with the same content needs no network. */
export async function findInOtherVersions(
  manifest: KeptManifest,
  address: string,
): Promise<readonly Response[]> {
  const names = await caches.keys()
  const others = names.filter((name) => name.startsWith(PREFIX) && name !== cacheName(manifest))
  const found = await Promise.all(others.map((cacheName) => caches.match(address, { cacheName })))
  return found.filter((response) => response !== undefined)
}
