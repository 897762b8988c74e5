import Link from 'next/link'
import { readUser, type User } from '@/lib/dal'
import styles from './account-menu.module.css'

const nameOf = (user: User) => (user as unknown as { name: string }).name

/** Never the reason for an error page: when FastAPI is away, the header says less and the page says why. */
async function readUserOrNull() {
  try {
    return await readUser()
  } catch {
    return null
  }
}

export async function AccountMenu() {
  const user = await readUserOrNull()
  if (!user)
    return (
      <nav className={styles.menu} aria-label="Account">
        <Link href="/sign-in">Sign in</Link>
        <Link href="/sign-up" className="button small">
          Sign up
        </Link>
      </nav>
    )

  return (
    <nav className={styles.menu} aria-label="Account">
      <Link href="/notes">Notes</Link>
      {user.is_admin && <Link href="/admin/people">People</Link>}
      <Link href="/account">{nameOf(user)}</Link>
      <form action="/sign-out" method="post">
        <button className="button small">Sign out</button>
      </form>
    </nav>
  )
}
