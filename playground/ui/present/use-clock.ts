// Seconds that go by since a moment, once a second; 0 before it.
import { useEffect, useState } from 'react'

export function useSecondsSince(begun: number | null): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (begun === null) return undefined
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [begun])
  return begun === null ? 0 : Math.max(0, Math.floor((now - begun) / 1_000))
}

/** `00:12:40` */
export function formatClock(seconds: number): string {
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
