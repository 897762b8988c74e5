import Link from 'next/link'
import styles from './site-footer.module.css'

export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <p>
          Both Ends is free software under the MIT licence. It has no accounts, no tracking and no
          server of its own.
        </p>
        <ul className={styles.links} aria-label="More">
          <li>
            <Link href="/play/">Playground</Link>
          </li>
          <li>
            <Link href="/docs/">How it works</Link>
          </li>
          <li>
            <Link href="/docs/wire/">Reading the wire</Link>
          </li>
          <li>
            <Link href="/docs/what-is-real/">What is real</Link>
          </li>
          <li>
            <Link href="/docs/embedding/">Embedding</Link>
          </li>
          <li>
            <Link href="/docs/offline/">Offline</Link>
          </li>
        </ul>
      </div>
    </footer>
  )
}
