// How the database would run a statement: asked of the database itself, with the statement's own parameters.
import { useState } from 'react'
import type { SqlHop } from '../../runtime/wire/hop.ts'
import { toFailure } from '../../runtime/wire/failure.ts'
import { copy } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { useSession } from '../store/session-context.tsx'
import { canExplain, explainStatement, type PlanLine } from './sql-plan.ts'
import styles from './wire.module.css'

type Plan = { readonly lines: readonly PlanLine[] } | { readonly trouble: string }

export function SqlPlan({ hop }: { readonly hop: SqlHop }) {
  const session = useSession()
  const [plan, setPlan] = useState<Plan | null>(null)
  if (!canExplain(hop)) return null
  if (plan === null) {
    const ask = () =>
      void explainStatement(session, hop).then(
        (lines) => setPlan({ lines }),
        (cause: unknown) => setPlan({ trouble: toFailure('explain', cause).message }),
      )
    return (
      <Button look="quiet" onClick={ask}>
        {copy.wire.explain}
      </Button>
    )
  }
  if ('trouble' in plan) return <p className={styles.trouble}>{plan.trouble}</p>
  return (
    <>
      <p className={styles.label}>{copy.wire.plan}</p>
      <ul className={styles.plan} aria-live="polite">
        {plan.lines.map(({ id, depth, text }) => (
          <li key={id} style={{ paddingInlineStart: `${depth * 16}px` }}>
            {text}
          </li>
        ))}
      </ul>
    </>
  )
}
