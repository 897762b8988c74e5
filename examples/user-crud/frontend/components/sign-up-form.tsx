'use client'

import { signUp } from '@/actions/session'
import { ActionForm } from './action-form'
import { InputField } from './field'

export function SignUpForm() {
  return (
    <ActionForm action={signUp} label="Create account" labelWhilePending="Creating …">
      {({ values, errors }) => (
        <>
          <InputField
            name="name"
            label="Name"
            error={errors.name}
            input={{ autoComplete: 'name', maxLength: 80, defaultValue: values.name }}
          />
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
            hint="At least 12 characters. A few words will do."
            input={{ type: 'password', autoComplete: 'new-password', maxLength: 128 }}
          />
        </>
      )}
    </ActionForm>
  )
}
