'use client'

import Link from 'next/link'
import { useActionState, useEffect, useRef } from 'react'
import type { FormState, PersonValues } from '@/lib/person-form'
import { teams } from '@/lib/teams'
import { EmailField } from './email-field'
import { controlProps, Field } from './field'
import styles from './person-form.module.css'

interface PersonFormProps {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  values: PersonValues
  /** Whose own address counts as free, or null. */
  exceptId: number | null
  saveLabel: string
  backTo: string
}

export function PersonForm({ action, values, exceptId, saveLabel, backTo }: PersonFormProps) {
  const [state, submit, isPending] = useActionState(action, { values, errors: {}, message: null })
  const form = useRef<HTMLFormElement>(null)
  const { errors } = state

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [state])

  return (
    <form ref={form} action={submit} className={styles.form} noValidate>
      {state.message && (
        <p className={styles.message} role="alert">
          {state.message}
        </p>
      )}
      <Field id="name" label="Name" error={errors.name}>
        <input
          {...controlProps('name', errors.name)}
          defaultValue={state.values.name}
          maxLength={80}
          autoComplete="off"
        />
      </Field>
      <EmailField value={state.values.email} error={errors.email} exceptId={exceptId} />
      <Field id="title" label="Title" error={errors.title} hint="What they do, in a few words.">
        <input
          {...controlProps('title', errors.title)}
          defaultValue={state.values.title}
          maxLength={80}
          autoComplete="off"
        />
      </Field>
      <Field id="team" label="Team" error={errors.team}>
        {/* React resets a form after its action but leaves a select as it was first drawn: `key` draws it anew. */}
        <select
          key={state.values.team}
          {...controlProps('team', errors.team)}
          defaultValue={state.values.team}
        >
          <option value="">Choose …</option>
          {Object.entries(teams).map(([team, label]) => (
            <option key={team} value={team}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <Field id="about" label="About" error={errors.about} hint="May stay empty.">
        <textarea
          {...controlProps('about', errors.about)}
          defaultValue={state.values.about}
          rows={4}
          maxLength={400}
        />
      </Field>
      <div className={styles.buttons}>
        <button type="submit" className="button primary" disabled={isPending}>
          {isPending ? 'Saving …' : saveLabel}
        </button>
        <Link href={backTo} className="button">
          Cancel
        </Link>
      </div>
    </form>
  )
}
