import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { SignInForm } from '@/components/sign-in-form'
import { safeNext } from '@/lib/safe-next'

export const metadata: Metadata = { title: 'Sign in' }

export default function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  return (
    <div className="card narrow">
      <h1>Sign in</h1>
      {/* Only the address waits: a form that came twice would take away what was typed into the first one. */}
      <SignInForm
        next={
          <Suspense>
            <NextField searchParams={searchParams} />
          </Suspense>
        }
      />
      <p className="soft">
        No account yet? <Link href="/sign-up">Sign up</Link>.
      </p>
    </div>
  )
}

async function NextField({ searchParams }: Pick<PageProps<'/sign-in'>, 'searchParams'>) {
  return <input type="hidden" name="next" value={safeNext((await searchParams).next)} />
}
