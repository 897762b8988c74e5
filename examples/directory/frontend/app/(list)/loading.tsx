import styles from './list.module.css'

const rows = Array.from({ length: 8 }, (_, index) => index)

export default function Loading() {
  return (
    <div aria-busy="true">
      <div className={styles.title}>
        <h1>People</h1>
        <p className="soft" role="status">
          Looking them up …
        </p>
      </div>
      <div className={styles.list} aria-hidden="true">
        {rows.map((row) => (
          <div key={row} className={styles.placeholder} />
        ))}
      </div>
    </div>
  )
}
