// Keeps the screen on while something is presented. Browsers without it (Firefox before 126) let the system decide.
import { useEffect } from 'react'

export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let gone = false
    const take = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      try {
        const taken = await navigator.wakeLock.request('screen')
        if (gone) void taken.release()
        else lock = taken
      } catch {
        // Low battery, or a frame without the permission: the screen may go dark, and nothing else is lost.
      }
    }
    void take()
    // The browser takes it away whenever the page is hidden.
    const again = () => void take()
    document.addEventListener('visibilitychange', again)
    return () => {
      gone = true
      document.removeEventListener('visibilitychange', again)
      void lock?.release()
    }
  }, [])
}
