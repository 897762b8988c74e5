'use client'

import { useActionState, useEffect, useRef, type ReactNode } from 'react'
import { startState, type FormAction, type FormState } from '@/lib/form-state'
import styles from './action-form.module.css'

interface ActionFormProps<Field extends string> {
  action: FormAction<Field>
  values?: FormState<Field>['values']
  label: string
  labelWhilePending: string
  isDangerous?: boolean
  /** Beside the button. */
  aside?: ReactNode
  children: (state: FormState<Field>) => ReactNode
}

/**
 * A form around a server action: what was typed stays when the action says no, the first wrong field gets the focus,
 * and what went wrong or well is announced.
 */
export function ActionForm<Field extends string>(props: ActionFormProps<Field>) {
  const { action, values, label, labelWhilePending, isDangerous = false, aside, children } = props
  const [state, submit, isPending] = useActionState(action, startState<Field>(values))
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [state])

  return (
    <form ref={form} action={submit} className={styles.form} noValidate>
      <p className={styles.bad} role="alert" hidden={!state.message}>
        {state.message}
      </p>
      {children(state)}
      <div className={styles.buttons}>
        <button
          type="submit"
          className={isDangerous ? 'button danger' : 'button primary'}
          disabled={isPending}
        >
          {isPending ? labelWhilePending : label}
        </button>
        {aside}
        <span className={styles.done} role="status">
          {isPending ? null : state.done}
        </span>
      </div>
    </form>
  )
}
