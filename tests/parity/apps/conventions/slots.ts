// Parallel slots, their defaults, and interception.
import { dataRequest } from '../../rsc-request.ts'
import { ask, pages, type Slice } from '../fixture-app.ts'

/** What the router sends when it goes from `from` to an address that another route may take over. */
function intercepted(name: string, path: string, from: string, tree: string) {
  return ask(name, path, {
    headers: [
      ['rsc', '1'],
      ['next-url', from],
      ['next-router-state-tree', tree],
    ],
  })
}

const GALLERY = encodeURIComponent(
  JSON.stringify(['', { children: ['gallery', { children: ['__PAGE__', {}] }] }]),
)

export const slots: Slice = {
  files: {
    'app/board/layout.tsx': `export default function Layout({ children, team, stats }) { return <div><b>{children}</b><i>{team}</i><u>{stats}</u></div> }`,
    'app/board/page.tsx': `export default function Page() { return 'board' }`,
    'app/board/default.tsx': `export default function Default() { return 'default of children' }`,
    'app/board/@team/page.tsx': `export default function Page() { return 'team' }`,
    'app/board/@team/default.tsx': `export default function Default() { return 'default team' }`,
    'app/board/@team/members/page.tsx': `export default function Page() { return 'members' }`,
    'app/board/@stats/page.tsx': `export default function Page() { return 'stats' }`,
    'app/board/@stats/default.tsx': `export default function Default() { return 'default stats' }`,
    'app/board/@stats/loading.tsx': `export default function Loading() { return 'stats load' }`,
    'app/board/settings/page.tsx': `export default function Page() { return 'settings' }`,
    'app/lonely/layout.tsx': `export default function Layout({ children, side }) { return <div>{children}{side}</div> }`,
    'app/lonely/page.tsx': `export default function Page() { return 'lonely' }`,
    'app/lonely/default.tsx': `export default function Default() { return 'lonely default' }`,
    'app/lonely/@side/page.tsx': `export default function Page() { return 'side' }`,
    'app/lonely/@side/default.tsx': `export { default } from 'next/dist/client/components/builtin/default-null'`,
    'app/lonely/inner/page.tsx': `export default function Page() { return 'inner' }`,
    'app/gallery/layout.tsx': `export default function Layout({ children, modal }) { return <div>{children}<aside>{modal}</aside></div> }`,
    'app/gallery/page.tsx': `import Link from 'next/link'
export default function Page() { return <Link href="/gallery/photo/1">photo</Link> }`,
    'app/gallery/default.tsx': `export default function Default() { return null }`,
    'app/gallery/photo/[id]/page.tsx': `export default async function Page({ params }) { return <p>photo {(await params).id} in full</p> }`,
    'app/gallery/@modal/default.tsx': `export default function Default() { return null }`,
    'app/gallery/@modal/(.)photo/[id]/page.tsx': `export default async function Page({ params }) { return <dialog open>photo {(await params).id} in a dialog</dialog> }`,
    'app/feed/page.tsx': `export default function Page() { return 'feed' }`,
    'app/feed/(..)shot/[id]/page.tsx': `export default async function Page({ params }) { return <p>shot {(await params).id} over the feed</p> }`,
    'app/feed/(...)about/page.tsx': `export default function Page() { return <p>about, over the feed</p> }`,
    'app/shot/[id]/page.tsx': `export default async function Page({ params }) { return <p>shot {(await params).id} in full</p> }`,
  },
  steps: [
    ...pages({
      slots: '/board',
      'slots-with-defaults': '/board/settings',
      'page-in-a-slot-only': '/board/members',
      'slot-without-page': '/lonely/inner',
      'slot-name-is-no-address': '/board/@team',
      gallery: '/gallery',
      'photo-in-full': '/gallery/photo/1',
      'shot-in-full': '/shot/1',
    }),
    intercepted('photo-intercepted', '/gallery/photo/1', '/gallery', GALLERY),
    intercepted('shot-intercepted', '/shot/1', '/feed', GALLERY),
    intercepted('about-intercepted', '/about', '/feed', GALLERY),
    intercepted('photo-from-elsewhere', '/gallery/photo/1', '/about', GALLERY),
    dataRequest('data-of-slots', '/board', ['', {}]),
    dataRequest('data-of-slot-only', '/board/members', ['', {}]),
  ],
}
