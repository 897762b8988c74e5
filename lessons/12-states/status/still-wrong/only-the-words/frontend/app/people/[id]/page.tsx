import type { Metadata } from 'next'
import Link from 'next/link'
import { deletePerson, setStarred } from '@/actions/people'
import { Avatar } from '@/components/avatar'
import { DeletePerson } from '@/components/delete-person'
import { Notice } from '@/components/notice'
import { StarButton } from '@/components/star-button'
import { readPerson } from '@/lib/api'
import { parsePersonId } from '@/lib/person'
import { teams } from '@/lib/teams'
import PersonNotFound from './not-found'
import styles from './person.module.css'

type Props = PageProps<'/people/[id]'>

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

export const metadata: Metadata = { title: 'Person' }

export default async function PersonPage({ params, searchParams }: Props) {
  const id = parsePersonId((await params).id)
  const person = id === null ? null : await readPerson(id)
  if (person === null) return <PersonNotFound />
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
