'use client'

import type { ReactNode } from 'react'
import { signIn } from '@/actions/session'
import { ActionForm } from './action-form'
import { InputField } from './field'

/** `next` is a hidden field: where to go after. It may come later than the rest; without it, to the notes. */
export function SignInForm({ next }: { next: ReactNode }) {
  return (
    <ActionForm action={signIn} label="Sign in" labelWhilePending="Signing in …">
      {({ values, errors }) => (
        <>
          {next}
          <InputField
            name="email"
            label="E-mail"
            error={errors.email}
            input={{ type: 'email', autoComplete: 'username', defaultValue: values.email }}
          />
          <InputField
            name="password"
            label="Password"
            error={errors.password}
            input={{ type: 'password', autoComplete: 'current-password' }}
          />
        </>
      )}
    </ActionForm>
  )
}
