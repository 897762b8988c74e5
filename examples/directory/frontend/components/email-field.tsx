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

  return (
    <Field id="email" label="E-mail" error={error} hint={<span role="status">{availability}</span>}>
      <input
        {...controlProps('email', error)}
        type="email"
        defaultValue={value}
        onChange={(event) => setTyped(event.target.value.trim())}
        maxLength={254}
        autoComplete="off"
      />
    </Field>
  )
}
