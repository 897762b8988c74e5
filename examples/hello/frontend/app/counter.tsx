'use client'

import { useState } from 'react'
import styles from './counter.module.css'

export function Counter() {
  const [count, setCount] = useState(0)

  return (
    <button type="button" className={styles.counter} onClick={() => setCount((value) => value + 1)}>
      <span className={styles.label}>Clicked</span>{' '}
      <output className={styles.count}>{count}</output>
    </button>
  )
}
