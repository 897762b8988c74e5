// The site's mark: one wire, an end in each colour (site/components/Brand.tsx draws the same).
import { copy } from '../copy.ts'
import styles from './bar.module.css'

export function Brand({ withName }: { readonly withName: boolean }) {
  return (
    <span className={styles.brand}>
      <svg className={styles.mark} viewBox="0 0 30 18" aria-hidden="true">
        <defs>
          <linearGradient id="bar-wire" x1="4" y1="0" x2="26" y2="0" gradientUnits="userSpaceOnUse">
            <stop stopColor="var(--be-next)" />
            <stop offset="1" stopColor="var(--be-fastapi)" />
          </linearGradient>
        </defs>
        <path
          d="M4 4.5H11C19 4.5 11 13.5 19 13.5H26"
          fill="none"
          stroke="url(#bar-wire)"
          strokeWidth="2.4"
        />
        <circle cx="4.2" cy="4.5" r="3.7" fill="var(--be-next)" />
        <circle cx="25.8" cy="13.5" r="3.7" fill="var(--be-fastapi)" />
      </svg>
      {withName && copy.brand}
    </span>
  )
}
