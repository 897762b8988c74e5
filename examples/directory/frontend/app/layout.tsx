import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import './globals.css'
import styles from './layout.module.css'

export const metadata: Metadata = {
  title: { default: 'Directory', template: '%s · Directory' },
  description: 'Who works here, and on what.',
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <a className={styles.skip} href="#main">
          Skip to the content
        </a>
        <header className={styles.header}>
          <Link href="/" className={styles.brand}>
            <span className={styles.mark} aria-hidden="true" />
            Directory
          </Link>
          <Link href="/people/new" className="button primary">
            Add a person
          </Link>
        </header>
        <main id="main" className={styles.main}>
          {children}
        </main>
      </body>
    </html>
  )
}
