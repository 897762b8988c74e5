import styles from './notice.module.css'

const notices = {
  welcome: 'Welcome. Your account is ready; this is where your notes will be.',
  created: 'Your note is kept.',
  saved: 'Your changes are saved.',
  deleted: 'The note is gone.',
  goodbye: 'Your account and all its notes are deleted.',
} as const

function isNotice(value: unknown): value is keyof typeof notices {
  return typeof value === 'string' && Object.hasOwn(notices, value)
}

interface NoticeProps {
  of: Promise<Record<string, string | string[] | undefined>>
}

/** What the last action did. It travels in the address, so it needs neither script nor cookie. */
export async function Notice({ of }: NoticeProps) {
  const { notice } = await of
  if (!isNotice(notice)) return null
  return (
    <p className={styles.notice} role="status">
      {notices[notice]}
    </p>
  )
}
