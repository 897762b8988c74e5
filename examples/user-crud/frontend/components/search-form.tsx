import Form from 'next/form'
import Link from 'next/link'
import styles from './search-form.module.css'

interface SearchFormProps {
  path: string
  label: string
  q: string
}

/** A plain GET form: it works before, and without, any script. `key` refills the field when the address changes. */
export function SearchForm({ path, label, q }: SearchFormProps) {
  // Pages that one came from stay in the document, hidden: an id must not be theirs as well.
  const id = `search${path.replaceAll('/', '-')}`
  return (
    <Form action={path} className={styles.form} role="search">
      <label htmlFor={id} className="hidden">
        {label}
      </label>
      <input
        key={q}
        id={id}
        name="q"
        type="search"
        className="input"
        placeholder={label}
        defaultValue={q}
        maxLength={80}
      />
      <button type="submit" className="button">
        Search
      </button>
      {q && <Link href={path}>Clear</Link>}
    </Form>
  )
}
