'use client'
import { Moon, Sun } from 'lucide-react'
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
      {isDark ? <Moon size={16} aria-hidden /> : <Sun size={16} aria-hidden />}
    </button>
  )
}
