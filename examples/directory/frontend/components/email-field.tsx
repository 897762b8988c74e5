'use client'

import { useState } from 'react'
import { useEmailAvailability } from '@/lib/use-email-availability'
import { controlProps, Field } from './field'

interface EmailFieldProps {
  value: string
  error: string | undefined
  exceptId: number | null
}

export function EmailField({ value, error, exceptId }: EmailFieldProps) {
  const [typed, setTyped] = useState('')
  const availability = useEmailAvailability(typed, exceptId)
  // What was said about the address that was sent does not hold for another one.
  const shownError = availability && typed !== value ? undefined : error

  return (
    <Field
      id="email"
      label="E-mail"
      error={shownError}
      hint={<span role="status">{availability}</span>}
    >
      <input
        {...controlProps('email', shownError)}
        type="email"
        defaultValue={value}
        onChange={(event) => setTyped(event.target.value.trim())}
        maxLength={254}
        autoComplete="off"
      />
    </Field>
  )
}
