import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { NeedsScripts } from '@/components/needs-scripts'
import { SignInForm } from '@/components/sign-in-form'

export const metadata: Metadata = { title: 'Sign in' }

export default function SignInPage() {
  return (
    <div className="card narrow">
      <h1>Sign in</h1>
      {/* The whole form waits for its address: one that came before it could be sent without it. */}
      <Suspense
        fallback={
          <div className="soft">
            <p role="status">Loading …</p>
            <NeedsScripts />
          </div>
        }
      >
        <SignInForm />
      </Suspense>
      <p className="soft">
        No account yet? <Link href="/sign-up">Sign up</Link>.
      </p>
    </div>
  )
}
