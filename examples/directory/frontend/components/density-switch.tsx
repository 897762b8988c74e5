import { setDensity } from '@/actions/density'
import type { Density } from '@/lib/density'
import styles from './density-switch.module.css'

const choices = { comfortable: 'Comfortable', compact: 'Compact' } as const satisfies Record<
  Density,
  string
>

export function DensitySwitch({ density }: { density: Density }) {
  return (
    <form action={setDensity} className={styles.switch} role="group" aria-label="Rows">
      {Object.entries(choices).map(([value, label]) => (
        <button
          key={value}
          name="density"
          value={value}
          className={styles.choice}
          aria-pressed={value === density}
        >
          {label}
        </button>
      ))}
    </form>
  )
}
