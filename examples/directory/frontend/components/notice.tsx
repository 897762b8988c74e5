import styles from './notice.module.css'

const notices = {
  created: 'Added to the directory.',
  saved: 'Your changes are saved.',
  deleted: 'Removed from the directory.',
} as const

function isNotice(value: unknown): value is keyof typeof notices {
  return typeof value === 'string' && Object.hasOwn(notices, value)
}

/** What the last action did. It travels in the address, so it needs neither script nor cookie. */
export function Notice({ of }: { of: string | string[] | undefined }) {
  if (!isNotice(of)) return null
  return (
    <p className={styles.notice} role="status">
      {notices[of]}
    </p>
  )
}
