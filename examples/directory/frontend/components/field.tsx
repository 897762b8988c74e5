import type { ReactNode } from 'react'
import styles from './field.module.css'

interface FieldProps {
  id: string
  label: string
  error: string | undefined
  hint?: ReactNode
  children: ReactNode
}

/** Label, control, and what is said about it. The control names the last by `aria-describedby={`${id}-note`}`. */
export function Field({ id, label, error, hint, children }: FieldProps) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children}
      <p id={`${id}-note`} className={error ? styles.error : styles.hint}>
        {error ?? hint}
      </p>
    </div>
  )
}

/** The attributes that tie a control to its field. */
export function controlProps(id: string, error: string | undefined) {
  return {
    id,
    name: id,
    className: 'input',
    'aria-invalid': error ? true : undefined,
    'aria-describedby': `${id}-note`,
  } as const
}
