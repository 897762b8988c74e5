'use client'

import { useSearchParams } from 'next/navigation'
import { signIn } from '@/actions/session'
import { ActionForm } from './action-form'
import { InputField } from './field'

/**
 * Where to go after signing in is read here and not by the page: a page that is shown again keeps what the server sent
 * for its last address until the next answer is there. The action checks it.
 */
export function SignInForm() {
  const next = useSearchParams().get('next')
  return (
    <ActionForm action={signIn} label="Sign in" labelWhilePending="Signing in …">
      {({ values, errors }) => (
        <>
          {next !== null && <input type="hidden" name="next" value={next} />}
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
