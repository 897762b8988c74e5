// What FastAPI says of itself, for this lesson only: /openapi.json, a shape at a time.
import { connection } from 'next/server'
import { Suspense } from 'react'
import { readEnvironment } from '@/lib/env'

interface Shape {
  properties?: Record<string, object>
}

export default function ContractPage() {
  return (
    <div className="card">
      <h1>What FastAPI sends</h1>
      <p className="soft">From its /openapi.json, as it is now.</p>
      <Suspense fallback={<p>Asking …</p>}>
        <Shapes />
      </Suspense>
    </div>
  )
}

async function Shapes() {
  await connection()
  const response = await fetch(new URL('/openapi.json', readEnvironment().apiUrl))
  const contract: { components: { schemas: Record<string, Shape> } } = await response.json()
  const { UserPublic, NotePublic } = contract.components.schemas

  return Object.entries({ UserPublic, NotePublic }).map(([name, shape]) => (
    <section key={name}>
      <h2 style={{ marginTop: '1.5rem' }}>{name}</h2>
      <dl>
        {Object.entries(shape?.properties ?? {}).map(([field, says]) => (
          <div key={field}>
            <dt>
              <strong>{field}</strong>
            </dt>
            <dd>
              <code style={{ overflowWrap: 'anywhere' }}>{JSON.stringify(says)}</code>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ))
}
