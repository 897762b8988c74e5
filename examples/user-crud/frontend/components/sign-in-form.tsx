'use client'

import { signIn } from '@/actions/session'
import { ActionForm } from './action-form'
import { InputField } from './field'

export function SignInForm({ next }: { next: string }) {
  return (
    <ActionForm action={signIn} label="Sign in" labelWhilePending="Signing in …">
      {({ values, errors }) => (
        <>
          <input type="hidden" name="next" value={next} />
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
