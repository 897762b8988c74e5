import Link from 'next/link'
import { searchHref, type Search } from '@/lib/search'
import styles from './pager.module.css'

interface PagerProps {
  path: string
  search: Search
  pages: number
}

export function Pager({ path, search, pages }: PagerProps) {
  if (pages === 1) return null
  const page = Math.min(search.page, pages)
  const to = (number: number) => searchHref(path, { ...search, page: number })

  return (
    <nav className={styles.pager} aria-label="Pages">
      {page > 1 ? (
        <Link href={to(page - 1)} className="button small" rel="prev">
          ← Back
        </Link>
      ) : (
        <span />
      )}
      <span className="soft">
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <Link href={to(page + 1)} className="button small" rel="next">
          Next →
        </Link>
      ) : (
        <span />
      )}
    </nav>
  )
}
