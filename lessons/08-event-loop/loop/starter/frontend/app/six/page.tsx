// Six visitors at once, for this lesson only, and a seventh who asks nothing of the database.
import { connection } from 'next/server'
import { Suspense } from 'react'
import { readEnvironment } from '@/lib/env'

interface Answered {
  seconds: string
  stoodStill: number
}

export default function SixPage() {
  return (
    <div className="card">
      <h1>Seven at once</h1>
      <p className="soft">Six ask FastAPI for the statistics, the seventh for /health.</p>
      <Suspense fallback={<p>All seven are waiting …</p>}>
        <Seven />
      </Suspense>
    </div>
  )
}

async function ask(path: string): Promise<Answered> {
  const start = performance.now()
  const { headers } = await fetch(new URL(path, readEnvironment().apiUrl), { cache: 'no-store' })
  return {
    seconds: ((performance.now() - start) / 1000).toFixed(1),
    stoodStill: parseFloat(headers.get('X-Loop-Stood-Still') ?? '0'),
  }
}

async function Seven() {
  await connection()
  // Each asks in its own name: what one page asks for twice in the same words, React asks for once.
  const six = Array.from({ length: 6 }, (_, index) => ask(`/api/stats?visitor=${index + 1}`))
  const [health, ...stats] = await Promise.all([ask('/health'), ...six])
  const total = stats.reduce((sum, { stoodStill }) => sum + stoodStill, 0)
  return (
    <>
      <p role="status">
        <strong>/health</strong> was answered after {health.seconds} s.
      </p>
      <p>The event loop stood still for {total.toFixed(1)} s.</p>
    </>
  )
}
