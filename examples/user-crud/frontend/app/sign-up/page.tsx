import type { Metadata } from 'next'
import Link from 'next/link'
import { SignUpForm } from '@/components/sign-up-form'

export const metadata: Metadata = { title: 'Sign up' }

export default function SignUpPage() {
  return (
    <div className="card narrow">
      <h1>Sign up</h1>
      <SignUpForm />
      <p className="soft">
        An account already? <Link href="/sign-in">Sign in</Link>.
      </p>
    </div>
  )
}
