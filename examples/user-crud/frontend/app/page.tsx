import Link from 'next/link'
import { connection } from 'next/server'
import { Suspense } from 'react'
import { Notice } from '@/components/notice'
import { readStats } from '@/lib/stats'
import styles from './home.module.css'

export default function HomePage({ searchParams }: PageProps<'/'>) {
  return (
    <>
      <Suspense>
        <Notice of={searchParams} />
      </Suspense>
      <section className={styles.hero}>
        <h1>What you think beside things, kept beside nobody else’s.</h1>
        <p className={styles.lead}>
          Margin holds short notes. They are found again by any word in them, and no other account
          can read them: not even an administrator’s.
        </p>
        <div className={styles.buttons}>
          <Link href="/sign-up" className="button primary">
            Start writing
          </Link>
          <Link href="/notes" className="button">
            Your notes
          </Link>
        </div>
        <p className={styles.stats}>
          <Suspense fallback={'\u00a0'}>
            <StatsLine />
          </Suspense>
        </p>
      </section>
    </>
  )
}

async function StatsLine() {
  // Not at build time: there may be no FastAPI where this is built.
  await connection()
  const stats = await readStats().catch(() => null)
  if (!stats) return null
  return `${stats.notes} ${stats.notes === 1 ? 'note' : 'notes'} by ${stats.people} ${stats.people === 1 ? 'person' : 'people'} so far.`
}
