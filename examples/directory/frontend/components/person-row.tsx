import Link from 'next/link'
import { setStarred } from '@/actions/people'
import type { Density } from '@/lib/density'
import type { Person } from '@/lib/person'
import { teams } from '@/lib/teams'
import { Avatar } from './avatar'
import styles from './person-row.module.css'
import { StarButton } from './star-button'

export function PersonRow({ person, density }: { person: Person; density: Density }) {
  return (
    <li className={styles.row} data-density={density}>
      <Avatar name={person.name} team={person.team} />
      <div className={styles.who}>
        <Link href={`/people/${person.id}`} className={styles.name}>
          {person.name}
        </Link>
        <span className={styles.title}>{person.title}</span>
      </div>
      <span className={styles.team}>{teams[person.team]}</span>
      <a className={styles.email} href={`mailto:${person.email}`}>
        {person.email}
      </a>
      <StarButton
        action={setStarred.bind(null, person.id, !person.starred)}
        name={person.name}
        starred={person.starred}
      />
    </li>
  )
}
