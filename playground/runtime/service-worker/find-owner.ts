// Finds the page that passes requests on to the broker. Runs in the service worker; remembers nothing.
import { HOST_PREFIX } from '../wire/message.ts'

const OWNER_PAGES = ['host.html', 'tab.html'].map((name) => HOST_PREFIX + name)
const FRAMED_PAGES = ['host.html', 'keep.html'].map((name) => HOST_PREFIX + name)

/**
 * host.html, or tab.html in a tab of its own (there it is the only one: storage is partitioned by the top page).
 * null: the preview was opened bare, without the lesson.
 */
export async function findOwner(clients: Clients): Promise<WindowClient | null> {
  // Uncontrolled: host.html was loaded before there was a service worker.
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  return windows.find(({ url }) => OWNER_PAGES.includes(new URL(url).pathname)) ?? null
}

/** Whether a request comes from a page or worker of ours rather than from the learner's page. */
export async function isOurs(clients: Clients, clientId: string): Promise<boolean> {
  if (clientId === '') return false
  const client = await clients.get(clientId)
  return client !== undefined && new URL(client.url).pathname.startsWith(HOST_PREFIX)
}

/** Pages of ours in the site's frames that ask for another version. A tab of its own takes what there is. */
export async function countOtherVersions(
  clients: Clients,
  version: string | null,
): Promise<number> {
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  return windows.filter(({ url }) => {
    const { pathname, searchParams } = new URL(url)
    const asked = searchParams.get('v')
    return FRAMED_PAGES.includes(pathname) && asked !== null && asked !== version
  }).length
}

/** Milliseconds. Firefox asks the client's own thread, which may be in a loop, or wait for the very file that it asks for. */
const CLIENT_DEADLINE = 500

interface Asked {
  readonly clientId: string
  readonly request: Pick<Request, 'url' | 'referrer'>
}

/**
 * Which version's files a request gets: what its address or the address of our page or worker that sent it says, else
 * that of the page that owns the sender. null: nobody says.
 */
export async function findVersion(clients: Clients, asked: Asked): Promise<string | null> {
  const { url, referrer } = asked.request
  const said = versionOf(url) ?? (isPageOfOurs(referrer) ? versionOf(referrer) : null)
  if (said !== null) return said
  const late = new Promise<null>((resolve) => setTimeout(resolve, CLIENT_DEADLINE, null))
  return Promise.race([findVersionOfClient(clients, asked.clientId), late])
}

async function findVersionOfClient(clients: Clients, clientId: string): Promise<string | null> {
  const client = clientId === '' ? undefined : await clients.get(clientId)
  const owner = client && isPageOfOurs(client.url) ? client : await findOwner(clients)
  return owner && versionOf(owner.url)
}

function versionOf(address: string): string | null {
  return new URL(address).searchParams.get('v')
}

function isPageOfOurs(address: string): boolean {
  return URL.canParse(address) && new URL(address).pathname.startsWith(HOST_PREFIX)
}
