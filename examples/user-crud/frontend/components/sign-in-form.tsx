'use client'

import { Suspense } from 'react'
import { signIn } from '@/actions/session'
import { ActionForm } from './action-form'
import { InputField } from './field'
import { NextField } from './next-field'

export function SignInForm() {
  return (
    <ActionForm action={signIn} label="Sign in" labelWhilePending="Signing in …">
      {({ values, errors }) => (
        <>
          {/* Only the address waits: a form that came twice would take away what was typed into the first one. */}
          <Suspense>
            <NextField />
          </Suspense>
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
