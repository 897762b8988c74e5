import type { InputHTMLAttributes, ReactNode } from 'react'
import styles from './field.module.css'

interface FieldProps {
  /** Of the control; unique on the page, where the field's name may not be. */
  id: string
  label: string
  error: string | undefined
  hint?: ReactNode
  children: ReactNode
}

/** Label, control, and what is said about it. */
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
export function controlProps(id: string, name: string, error: string | undefined) {
  return {
    id,
    name,
    className: 'input',
    'aria-invalid': error ? true : undefined,
    'aria-describedby': `${id}-note`,
  } as const
}

interface InputFieldProps extends Omit<FieldProps, 'children'> {
  name: string
  input: InputHTMLAttributes<HTMLInputElement>
}

export function InputField({ name, input, ...field }: InputFieldProps) {
  return (
    <Field {...field}>
      <input {...input} {...controlProps(field.id, name, field.error)} />
    </Field>
  )
}
