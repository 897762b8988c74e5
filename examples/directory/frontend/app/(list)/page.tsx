import { DensitySwitch } from '@/components/density-switch'
import { Notice } from '@/components/notice'
import { Pager } from '@/components/pager'
import { PersonRow } from '@/components/person-row'
import { SearchForm } from '@/components/search-form'
import { listPeople } from '@/lib/api'
import { readDensity } from '@/lib/density'
import { readSearch, searchHref } from '@/lib/search'
import styles from './list.module.css'

const PAGE_SIZE = 8

export default async function ListPage({ searchParams }: PageProps<'/'>) {
  const params = await searchParams
  const search = readSearch(params)
  const [people, density] = await Promise.all([listPeople(search, PAGE_SIZE), readDensity()])
  const isFiltered = search.q !== '' || search.team !== null

  return (
    <>
      <Notice of={params.notice} />
      <div className={styles.title}>
        <h1>People</h1>
        <p className="soft" role="status">
          {people.total} {people.total === 1 ? 'person' : 'people'}{' '}
          {isFiltered ? 'found' : 'in all'}
        </p>
      </div>

      <SearchForm search={search} />

      {people.items.length > 0 ? (
        <ul className={styles.list} data-density={density}>
          {people.items.map((person) => (
            <PersonRow key={person.id} person={person} density={density} />
          ))}
        </ul>
      ) : (
        <p className={styles.empty}>
          {people.total > 0
            ? 'This page is past the end.'
            : 'Nobody was found. Fewer words may find more.'}
        </p>
      )}

      <Pager search={search} pages={people.pages} />

      <div className={styles.foot}>
        <DensitySwitch density={density} />
        <a className="button" href={searchHref({ ...search, page: 1 }, '/people/export')} download>
          Save as CSV
        </a>
      </div>
    </>
  )
}
