import styles from './brand.module.css'

/** The name with its mark: one wire, an end in each colour. */
export function Brand() {
  return (
    <span className={styles.brand}>
      <svg className={styles.mark} viewBox="0 0 30 18" aria-hidden="true">
        <defs>
          <linearGradient
            id="brand-wire"
            x1="4"
            y1="0"
            x2="26"
            y2="0"
            gradientUnits="userSpaceOnUse"
          >
            <stop stopColor="var(--be-front)" />
            <stop offset="1" stopColor="var(--be-back)" />
          </linearGradient>
        </defs>
        <path
          d="M4 4.5H11C19 4.5 11 13.5 19 13.5H26"
          fill="none"
          stroke="url(#brand-wire)"
          strokeWidth="2.4"
        />
        <circle cx="4.2" cy="4.5" r="3.7" fill="var(--be-front)" />
        <circle cx="25.8" cy="13.5" r="3.7" fill="var(--be-back)" />
      </svg>
      Both Ends
    </span>
  )
}
