// The page in place of one that is not kept, when there is no network: what can be opened now. Runs in the site's service
// worker; made of nothing but itself, because nothing else may be there.
import { cacheName } from '../kept/kept-caches.ts'
import { addressOf, filesOf, type KeptManifest } from '../kept/manifest.ts'

interface KeptLesson {
  readonly address: string
  readonly title: string
}

export async function sayOffline(manifest: KeptManifest, pathname: string): Promise<Response> {
  const isLesson = pathname.startsWith('/learn/')
  const lessons = await findLessons(manifest)
  const html = page(isLesson ? 'this lesson is not kept' : 'this page is not kept', lessons)
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(html, { status: 503, headers })
}

async function findLessons(manifest: KeptManifest): Promise<readonly KeptLesson[]> {
  if (!(await caches.has(cacheName(manifest)))) return []
  const cache = await caches.open(cacheName(manifest))
  const pages = filesOf(manifest, 'lessons').filter(({ path }) =>
    /^\/learn\/[^/]+\/index\.html$/.test(path),
  )
  const found = await Promise.all(
    pages.map(async (file) => {
      const address = addressOf(file)
      const html = await (await cache.match(address))?.text()
      return html === undefined ? [] : [{ address, title: titleOf(html) ?? address }]
    }),
  )
  return found.flat()
}

function titleOf(html: string): string | undefined {
  return /<title>([^<]*?)(?: · Both Ends)?<\/title>/.exec(html)?.[1]
}

/** The titles come out of our own pages, escaped as they were there. */
function page(what: string, lessons: readonly KeptLesson[]): string {
  const links = lessons.map(({ address, title }) => `<li><a href="${address}">${title}</a></li>`)
  const choice =
    links.length === 0
      ? ''
      : `<p>Lessons that you can open now:</p>\n<ul>\n${links.join('\n')}\n</ul>`
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>You are offline · Both Ends</title>
<style>body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; color-scheme: light dark } h1 { font-size: 1.25rem } li { margin-block: .4rem }</style>
<h1>You are offline, and ${what}.</h1>
<p>It opens when you are online again. <a href="/">The first page</a>, <a href="/play/">the playground</a> and <a href="/docs/">the docs</a> are here if they were kept.</p>
${choice}
</html>
`
}
