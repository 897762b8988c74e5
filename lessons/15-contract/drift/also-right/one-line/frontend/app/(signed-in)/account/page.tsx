import type { Metadata } from 'next'
import { Fragment, Suspense } from 'react'
import { DeleteAccountForm, PasswordForm, ProfileForm } from '@/components/account-forms'
import { Day } from '@/components/day'
import { requireUser } from '@/lib/dal'
import Loading from '../loading'
import styles from './account.module.css'

export const metadata: Metadata = { title: 'Account' }

export default function AccountPage() {
  return (
    <Suspense fallback={<Loading />}>
      <Account />
    </Suspense>
  )
}

async function Account() {
  const user = await requireUser('/account')
  const createdAt = user.created_at

  // By its key another page for another person: Next keeps it when it is left, with what was typed in it.
  return (
    <Fragment key={user.id}>
      <h1 className={styles.title}>Account</h1>
      <p className="soft">
        Here since <Day of={createdAt} />
      </p>
      <section className={`card ${styles.section}`} aria-labelledby="profile">
        <h2 id="profile">Profile</h2>
        <ProfileForm values={{ name: user.name, email: user.email }} />
      </section>
      <section className={`card ${styles.section}`} aria-labelledby="password">
        <h2 id="password">Password</h2>
        <PasswordForm />
      </section>
      <section className={`card ${styles.section}`} aria-labelledby="delete">
        <h2 id="delete">Delete account</h2>
        <p className="soft">Your account and all your notes go at once, and do not come back.</p>
        <DeleteAccountForm />
      </section>
    </Fragment>
  )
}
