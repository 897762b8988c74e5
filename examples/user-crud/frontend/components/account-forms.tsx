'use client'

import { changePassword, deleteAccount, updateProfile, type ProfileField } from '@/actions/account'
import { ActionForm } from './action-form'
import { InputField } from './field'

const currentPassword = { type: 'password', autoComplete: 'current-password', maxLength: 128 }

export function ProfileForm({
  values,
}: {
  values: Record<Exclude<ProfileField, 'password'>, string>
}) {
  return (
    <ActionForm action={updateProfile} values={values} label="Save" labelWhilePending="Saving …">
      {(state) => (
        <>
          <InputField
            name="name"
            label="Name"
            error={state.errors.name}
            input={{ autoComplete: 'name', maxLength: 80, defaultValue: state.values.name }}
          />
          <InputField
            name="email"
            label="E-mail"
            error={state.errors.email}
            input={{ type: 'email', autoComplete: 'email', defaultValue: state.values.email }}
          />
          <InputField
            name="password"
            label="Password"
            error={state.errors.password}
            hint="Only needed for another e-mail address."
            input={currentPassword}
          />
        </>
      )}
    </ActionForm>
  )
}

export function PasswordForm() {
  return (
    <ActionForm action={changePassword} label="Change password" labelWhilePending="Changing …">
      {({ errors }) => (
        <>
          <InputField
            name="password"
            label="Password until now"
            error={errors.password}
            input={currentPassword}
          />
          <InputField
            name="new_password"
            label="New password"
            error={errors.new_password}
            hint="At least 12 characters. Signs you out everywhere else."
            input={{ type: 'password', autoComplete: 'new-password', maxLength: 128 }}
          />
        </>
      )}
    </ActionForm>
  )
}

export function DeleteAccountForm() {
  return (
    <ActionForm
      action={deleteAccount}
      label="Delete my account"
      labelWhilePending="Deleting …"
      isDangerous
    >
      {({ errors }) => (
        <InputField
          name="password"
          label="Your password, to be sure"
          error={errors.password}
          input={currentPassword}
        />
      )}
    </ActionForm>
  )
}
