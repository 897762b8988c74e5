import Link from 'next/link'
import { searchHref, type Search } from '@/lib/search'
import styles from './pager.module.css'

export function Pager({ search, pages }: { search: Search; pages: number }) {
  if (pages === 1) return null
  const page = Math.min(search.page, pages)
  const numbers = Array.from({ length: pages }, (_, index) => index + 1)

  return (
    <nav className={styles.pager} aria-label="Pages">
      {numbers.map((number) => (
        <Link
          key={number}
          href={searchHref({ ...search, page: number })}
          className={styles.page}
          aria-current={number === search.page ? 'page' : undefined}
          aria-label={`Page ${number}`}
        >
          {number}
        </Link>
      ))}
      <span className="soft">
        Page {page} of {pages}
      </span>
    </nav>
  )
}
