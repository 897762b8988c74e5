// The page in the preview has not answered its pings: an endless loop, most often. Nothing reloads by itself.
import { copy } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { useSession } from '../store/session-context.tsx'
import styles from './preview.module.css'

export function NotAnswering() {
  const session = useSession()
  return (
    <div className={styles.notice} role="alert">
      <p>{copy.preview.notAnswering}</p>
      <Button onClick={() => void session.move('reload')}>{copy.preview.reloadNow}</Button>
    </div>
  )
}
