'use client'
import { useTheme } from 'next-themes'
import styles from './scheme-switch.module.css'

/** Light or dark. Following the system is where everybody begins; the docs' own switch goes back to it. */
export function SchemeSwitch() {
  const { resolvedTheme, setTheme } = useTheme()
  const isDark = resolvedTheme === 'dark'
  return (
    <button
      type="button"
      className={styles.switch}
      aria-pressed={isDark}
      aria-label="Dark colours"
      title="Dark colours"
      onClick={() => setTheme(isDark ? 'light' : 'dark')}
    >
      {/* Drawn here: an icon library in this file would be loaded with every page of the site. */}
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path
          d={isDark ? 'M8 1.75A6.25 6.25 0 0 1 8 14.25Z' : 'M8 1.75A6.25 6.25 0 0 0 8 14.25Z'}
          fill="currentColor"
        />
      </svg>
    </button>
  )
}
