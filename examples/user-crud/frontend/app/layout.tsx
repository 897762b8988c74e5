import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense, type ReactNode } from 'react'
import { AccountMenu } from '@/components/account-menu'
import './globals.css'
import styles from './layout.module.css'

export const metadata: Metadata = {
  title: { default: 'Margin', template: '%s · Margin' },
  description: 'Notes that are yours alone.',
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
            Margin
          </Link>
          {/* The shell is the same for everybody; who is signed in streams into it. */}
          <Suspense>
            <AccountMenu />
          </Suspense>
        </header>
        <main id="main" className={styles.main}>
          {children}
        </main>
      </body>
    </html>
  )
}
