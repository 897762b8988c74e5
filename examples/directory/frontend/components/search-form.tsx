import Form from 'next/form'
import Link from 'next/link'
import type { Search } from '@/lib/search'
import { teams } from '@/lib/teams'
import { SearchButton } from './search-button'
import styles from './search-form.module.css'

/** A plain GET form: it works before, and without, any script. `key` refills the fields when the address changes. */
export function SearchForm({ search }: { search: Search }) {
  const isFiltered = search.q !== '' || search.team !== null

  return (
    <Form action="/" className={styles.form} role="search">
      <div className={styles.words}>
        <label htmlFor="q" className="hidden">
          Name, e-mail or title
        </label>
        <input
          key={search.q}
          id="q"
          name="q"
          type="search"
          className="input"
          placeholder="Name, e-mail or title"
          defaultValue={search.q}
          maxLength={80}
        />
      </div>
      <div className={styles.team}>
        <label htmlFor="team" className="hidden">
          Team
        </label>
        <select
          key={search.team}
          id="team"
          name="team"
          className="input"
          defaultValue={search.team ?? ''}
        >
          <option value="">All teams</option>
          {Object.entries(teams).map(([team, label]) => (
            <option key={team} value={team}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <SearchButton />
      {isFiltered && (
        <Link href="/" className={styles.clear}>
          Clear
        </Link>
      )}
    </Form>
  )
}
