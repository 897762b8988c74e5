// Light on a stage, whatever the reader has chosen for the site: projectors are weak in the dark. What is kept of that
// choice is not touched; it holds again when the stage is left.
import { useCallback, useEffect, useState } from 'react'

export function useStageScheme(): () => void {
  const [isDark, setDark] = useState(false)
  useEffect(() => {
    const { classList, style } = document.documentElement
    const before = { isDark: classList.contains('dark'), scheme: style.colorScheme }
    return () => setScheme(before.isDark, before.scheme)
  }, [])
  useEffect(() => setScheme(isDark, isDark ? 'dark' : 'light'), [isDark])
  return useCallback(() => setDark((dark) => !dark), [])
}

function setScheme(isDark: boolean, scheme: string): void {
  const { classList, style } = document.documentElement
  classList.toggle('dark', isDark)
  classList.toggle('light', !isDark)
  style.colorScheme = scheme
}
