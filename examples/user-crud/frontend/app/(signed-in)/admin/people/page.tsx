import type { Metadata } from 'next'
import { Suspense } from 'react'
import { Pager } from '@/components/pager'
import { PersonRow } from '@/components/person-row'
import { SearchForm } from '@/components/search-form'
import { listUsers, requireAdmin } from '@/lib/dal'
import { readSearch } from '@/lib/search'
import styles from '../../list.module.css'
import Loading from '../../loading'

export const metadata: Metadata = { title: 'People' }

type Props = PageProps<'/admin/people'>

export default function PeoplePage({ searchParams }: Props) {
  return (
    <Suspense fallback={<Loading />}>
      <People searchParams={searchParams} />
    </Suspense>
  )
}

async function People({ searchParams }: Pick<Props, 'searchParams'>) {
  const me = await requireAdmin('/admin/people')
  const search = readSearch(await searchParams)
  const people = await listUsers(search)

  return (
    <>
      <div className={styles.head}>
        <h1>People</h1>
        <p className="soft" role="status">
          {people.total} {search.q ? 'found' : 'in all'}
        </p>
      </div>
      <SearchForm path="/admin/people" label="Name or e-mail" q={search.q} />
      {people.items.length > 0 ? (
        <ul className={styles.list}>
          {people.items.map((person) => (
            <PersonRow key={person.id} person={person} isMe={person.id === me.id} />
          ))}
        </ul>
      ) : (
        <p className={styles.empty}>Nobody was found.</p>
      )}
      <Pager path="/admin/people" search={search} pages={people.pages} />
    </>
  )
}
