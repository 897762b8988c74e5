'use client'

import Link from 'next/link'
import type { NoteField } from '@/actions/notes'
import type { FormAction } from '@/lib/form-state'
import { ActionForm } from './action-form'
import { Field, InputField } from './field'
import styles from './note-form.module.css'

interface NoteFormProps {
  action: FormAction<NoteField>
  values?: Record<NoteField, string>
  label: string
}

export function NoteForm({ action, values, label }: NoteFormProps) {
  return (
    <ActionForm
      action={action}
      {...(values && { values })}
      label={label}
      labelWhilePending="Saving …"
      aside={
        <Link href="/notes" className="button">
          Cancel
        </Link>
      }
    >
      {(state) => (
        <>
          <InputField
            name="title"
            label="Title"
            error={state.errors.title}
            input={{ autoComplete: 'off', maxLength: 120, defaultValue: state.values.title }}
          />
          <Field label="Text" error={state.errors.text} hint="May stay empty.">
            {(control) => (
              <textarea
                {...control}
                name="text"
                className={`input ${styles.text}`}
                defaultValue={state.values.text}
                rows={10}
                maxLength={10_000}
              />
            )}
          </Field>
        </>
      )}
    </ActionForm>
  )
}
