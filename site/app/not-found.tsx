// What every unknown address shows. It stands alone, so that it also works as the host's static 404 page.
import type { Metadata } from 'next'
import Link from 'next/link'
import { HomeLink } from '../components/HomeLink.tsx'
import styles from './not-found.module.css'

export const metadata: Metadata = { title: 'Not here' }

export default function NotFound() {
  return (
    <main className={styles.page}>
      <HomeLink />
      <h1>There is no page at this address.</h1>
      <p>
        It may have moved. The <Link href="/docs/">docs</Link> and the{' '}
        <Link href="/play/">playground</Link> are where they were.
      </p>
      <pre className={styles.wire} aria-hidden="true">
        {'GET  ●───────▶○  404'}
      </pre>
    </main>
  )
}
