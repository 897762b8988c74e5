import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { deletePerson, setStarred } from '@/actions/people'
import { Avatar } from '@/components/avatar'
import { DeletePerson } from '@/components/delete-person'
import { Notice } from '@/components/notice'
import { StarButton } from '@/components/star-button'
import { teams } from '@/lib/teams'
import { loadPerson } from './load-person'
import styles from './person.module.css'

type Props = PageProps<'/people/[id]'>

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

export const metadata: Metadata = { title: 'Person' }

export default function PersonPage({ params, searchParams }: Props) {
  return (
    <Suspense fallback={<p className="soft">Looking them up …</p>}>
      <PersonCard params={params} searchParams={searchParams} />
    </Suspense>
  )
}

async function PersonCard({ params, searchParams }: Props) {
  const person = await loadPerson(params)
  const { notice } = await searchParams

  return (
    <>
      <Notice of={notice} />
      <article className="card">
        <header className={styles.head}>
          <Avatar name={person.name} team={person.team} size="large" />
          <div className={styles.who}>
            <h1>{person.name}</h1>
            <p className="soft">{person.title}</p>
          </div>
          <StarButton
            action={setStarred.bind(null, person.id, !person.starred)}
            name={person.name}
            starred={person.starred}
          />
        </header>

        {person.about && <p className={styles.about}>{person.about}</p>}

        <dl className={styles.facts}>
          <dt>E-mail</dt>
          <dd>
            <a href={`mailto:${person.email}`}>{person.email}</a>
          </dd>
          <dt>Team</dt>
          <dd>
            <Link href={`/?team=${person.team}`}>{teams[person.team]}</Link>
          </dd>
          <dt>Here since</dt>
          <dd>
            <time dateTime={person.createdAt}>{longDate.format(new Date(person.createdAt))}</time>
          </dd>
        </dl>

        <div className={styles.actions}>
          <Link href={`/people/${person.id}/edit`} className="button">
            Edit
          </Link>
          <DeletePerson action={deletePerson.bind(null, person.id)} name={person.name} />
        </div>
      </article>
    </>
  )
}
