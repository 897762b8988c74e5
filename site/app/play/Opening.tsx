import { HomeLink } from '../../components/HomeLink.tsx'
import styles from './opening.module.css'

/** The page while the playground's own files load: its bar and its panes, empty. */
export function Opening() {
  return (
    <main className={styles.opening}>
      <header className={styles.bar}>
        <HomeLink />
      </header>
      <h1 className="visually-hidden">Playground</h1>
      <div className={styles.panes}>
        <div className={styles.pane} />
        <div className={styles.pane} />
        <div className={styles.pane} />
      </div>
      <output className={styles.words}>Opening the playground…</output>
    </main>
  )
}
