import { expect } from 'vitest'
import { layout, waitForHydration, type DocsExample } from './docs-example.ts'

/** Validation on the server, errors beside the fields, a pending button, an extra argument by bind. */
export const forms: DocsExample = {
  page: 'guides/forms',
  files: {
    'app/layout.tsx': layout,
    'app/page.tsx': `import { Signup } from './ui/signup'
import { ProfileForm } from './ui/profile-form'
export default function Page() {
  return <main><Signup /><ProfileForm userId="7" /></main>
}`,
    'app/actions.ts': `'use server'
import { z } from 'zod'
const schema = z.object({ email: z.string({ error: 'Invalid Email' }).email('Invalid Email') })
const users = new Map<string, string>()
export async function createUser(_initialState: unknown, formData: FormData) {
  const fields = schema.safeParse({ email: formData.get('email') })
  if (!fields.success) return { message: '', errors: z.flattenError(fields.error).fieldErrors }
  return { message: 'Please check ' + fields.data.email, errors: {} }
}
export async function updateUser(userId: string, _state: string, formData: FormData) {
  users.set(userId, String(formData.get('name')))
  return userId + ' is ' + users.get(userId)
}`,
    'app/ui/signup.tsx': `'use client'
import { useActionState } from 'react'
import { createUser } from '../actions'
const initialState: { message: string; errors: { email?: string[] } } = { message: '', errors: {} }
export function Signup() {
  const [state, formAction, pending] = useActionState(createUser, initialState)
  return (
    <form action={formAction} id="signup">
      <label htmlFor="email">Email</label>
      <input type="text" id="email" name="email" required />
      <p aria-live="polite" id="answer">{state.errors.email?.[0] ?? state.message}</p>
      <button disabled={pending}>Sign up</button>
    </form>
  )
}`,
    'app/ui/profile-form.tsx': `'use client'
import { useActionState } from 'react'
import { updateUser } from '../actions'
import { SubmitButton } from './submit-button'
export function ProfileForm({ userId }: { userId: string }) {
  const [state, action] = useActionState(updateUser.bind(null, userId), '')
  return <form action={action} id="profile"><input type="text" name="name" /><SubmitButton /><output>{state}</output></form>
}`,
    'app/ui/submit-button.tsx': `'use client'
import { useFormStatus } from 'react-dom'
export function SubmitButton() {
  const { pending } = useFormStatus()
  return <button disabled={pending} type="submit">Update User Name</button>
}`,
  },
  async see(kernel) {
    const frame = await kernel.open('/')
    await waitForHydration(frame, '#signup')
    await frame.fill('#email', 'nobody')
    await frame.click('#signup button')
    await expect.poll(() => frame.textContent('#answer')).toBe('Invalid Email')
    await frame.fill('#email', 'ada@example.com')
    await frame.click('#signup button')
    await expect.poll(() => frame.textContent('#answer')).toBe('Please check ada@example.com')
    await frame.fill('#profile input[name=name]', 'Ada')
    await frame.click('#profile button')
    await expect.poll(() => frame.textContent('#profile output')).toBe('7 is Ada')
  },
}
