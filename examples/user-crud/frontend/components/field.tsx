import { useId, type InputHTMLAttributes, type ReactNode } from 'react'
import styles from './field.module.css'

interface FieldProps {
  label: string
  error: string | undefined
  hint?: ReactNode
  /** Draws the control with the attributes that tie it to its label and to what is said about it. */
  children: (control: ReturnType<typeof controlProps>) => ReactNode
}

function controlProps(id: string, error: string | undefined) {
  return {
    id,
    className: 'input',
    'aria-invalid': error ? true : undefined,
    'aria-describedby': `${id}-note`,
  } as const
}

/** Label, control, and what is said about it. */
export function Field({ label, error, hint, children }: FieldProps) {
  // Not the field's name: pages that one came from stay in the document, hidden, and have such fields too.
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children(controlProps(id, error))}
      <p id={`${id}-note`} className={error ? styles.error : styles.hint}>
        {error ?? hint}
      </p>
    </div>
  )
}

interface InputFieldProps extends Omit<FieldProps, 'children'> {
  name: string
  input: InputHTMLAttributes<HTMLInputElement>
}

export function InputField({ name, input, ...field }: InputFieldProps) {
  return <Field {...field}>{(control) => <input {...input} {...control} name={name} />}</Field>
}
