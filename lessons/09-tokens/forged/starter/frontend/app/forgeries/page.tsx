import { connection } from 'next/server'
import { Suspense } from 'react'
import { tryForgeries } from '@/lib/forgeries'

export default function ForgeriesPage() {
  return (
    <>
      <h1>Forged tokens</h1>
      <p className="soft">Each asks FastAPI who it belongs to. The right answer is always 401.</p>
      <Suspense fallback={<p>Asking FastAPI…</p>}>
        <Verdicts />
      </Suspense>
    </>
  )
}

async function Verdicts() {
  await connection()
  const verdicts = await tryForgeries()
  const accepted = verdicts.filter(({ status }) => status === 200).length
  return (
    <section className="card">
      <h2>{accepted === 0 ? 'None was believed.' : `${accepted} of 7 were believed.`}</h2>
      <ul>
        {verdicts.map(({ trick, status, says }) => (
          <li key={trick}>
            <strong>{trick}.</strong> {status}: {says}
          </li>
        ))}
      </ul>
    </section>
  )
}
