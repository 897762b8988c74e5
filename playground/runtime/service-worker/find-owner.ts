// Finds the page that passes requests on to the broker. Runs in the service worker; remembers nothing.
import { HOST_PREFIX } from '../wire/message.ts'

const OWNER_PAGES = ['host.html', 'tab.html'].map((name) => HOST_PREFIX + name)

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
