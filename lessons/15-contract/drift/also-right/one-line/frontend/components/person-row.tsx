import { deletePerson, setAdmin } from '@/actions/people'
import type { User } from '@/lib/dal'
import { ConfirmForm } from './confirm-form'
import styles from './person-row.module.css'
import { RoleButton } from './role-button'

export function PersonRow({ person, isMe }: { person: User; isMe: boolean }) {
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <span className={styles.name}>
          {person.name}
          {person.is_admin && <span className={styles.role}>Administrator</span>}
        </span>
        <span className="soft">{person.email}</span>
      </div>
      {isMe ? (
        <span className="soft">This is you</span>
      ) : (
        <div className={styles.actions}>
          <RoleButton
            action={setAdmin.bind(null, person.id, !person.is_admin)}
            name={person.name}
            isAdmin={person.is_admin}
          />
          <ConfirmForm
            action={deletePerson.bind(null, person.id)}
            label="Delete …"
            accessibleLabel={`Delete ${person.name} …`}
            question={`Delete ${person.name} and all their notes?`}
            confirm="Yes, delete"
            isSmall
          />
        </div>
      )}
    </li>
  )
}
