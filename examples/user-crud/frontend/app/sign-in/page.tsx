import type { Metadata } from 'next'
import Link from 'next/link'
import { SignInForm } from '@/components/sign-in-form'

export const metadata: Metadata = { title: 'Sign in' }

export default function SignInPage() {
  return (
    <div className="card narrow">
      <h1>Sign in</h1>
      <SignInForm />
      <p className="soft">
        No account yet? <Link href="/sign-up">Sign up</Link>.
      </p>
    </div>
  )
}
