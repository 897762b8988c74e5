'use client'
// Asks FastAPI from the page itself, across origins, so that the browser's CORS rules apply.

import { useEffect, useState } from 'react'
import type { Asked } from './requests'
import styles from './try.module.css'

export function AskFromHere({ request }: { request: Asked }) {
  const { says, method = 'GET', path, headers } = request
  const [outcome, setOutcome] = useState('…')

  useEffect(() => {
    const leaving = new AbortController()
    fetch(`http://localhost:8000${path}`, {
      method,
      signal: leaving.signal,
      ...(headers && { headers }),
    }).then(
      (response) => setOutcome(String(response.status)),
      (error: unknown) => !leaving.signal.aborted && setOutcome(String(error)),
    )
    return () => leaving.abort()
  }, [method, path, headers])

  return (
    <li className={styles.row}>
      <p className={styles.says}>{says}</p>
      <p className={styles.line}>
        <code>
          {method} http://localhost:8000{path}
        </code>{' '}
        <strong data-status>{outcome}</strong>
      </p>
    </li>
  )
}
