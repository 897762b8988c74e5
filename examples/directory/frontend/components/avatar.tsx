import type { Team } from '@/lib/teams'
import styles from './avatar.module.css'

/** Initials on the team's colour. The name stands beside it, so this says nothing to a screen reader. */
export function Avatar({
  name,
  team,
  size = 'small',
}: {
  name: string
  team: Team
  size?: 'small' | 'large'
}) {
  const words = name.split(/\s+/)
  const initials = [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => word?.[0] ?? '')
    .join('')
  return (
    <span className={styles.avatar} data-team={team} data-size={size} aria-hidden="true">
      {initials.toUpperCase()}
    </span>
  )
}
