// Twelve letters at once, for this lesson only.
import { connection } from 'next/server'
import { Suspense } from 'react'
import { readEnvironment } from '@/lib/env'

export default function LettersPage() {
  return (
    <div className="card">
      <h1>Twelve letters</h1>
      <p className="soft">All of them are given to FastAPI at once.</p>
      <Suspense fallback={<p>Sending …</p>}>
        <Letters />
      </Suspense>
    </div>
  )
}

async function send(): Promise<number> {
  const address = new URL('/letters', readEnvironment().apiUrl)
  return (await fetch(address, { method: 'POST', cache: 'no-store' })).status
}

async function Letters() {
  await connection()
  const statuses = await Promise.all(Array.from({ length: 12 }, send))
  const sent = statuses.filter((status) => status === 200).length
  return (
    <>
      <p role="status">
        <strong>{sent} of 12 were sent.</strong>
      </p>
      <p className="soft">The statuses: {statuses.join(', ')}</p>
    </>
  )
}
