'use client'
// What is kept on this device, as React reads it. Loads with the first component that asks; null until then.
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Offline, OfflineState } from '@playground/offline/offline.ts'

export interface OpenOffline {
  readonly offline: Offline
  readonly state: OfflineState
}

export function useOffline(isWanted: boolean): OpenOffline | null {
  const [offline, setOffline] = useState<Offline | null>(null)
  useEffect(() => {
    let gone = false
    if (isWanted)
      void loadOffline().then((open) => {
        if (!gone) setOffline(open)
      })
    return () => {
      gone = true
    }
  }, [isWanted])
  const state = useSyncExternalStore(
    offline?.state.subscribe ?? subscribeToNothing,
    () => offline?.state.get() ?? null,
    () => null,
  )
  return offline && state && { offline, state }
}

export async function loadOffline(): Promise<Offline> {
  return (await import('@playground/offline/offline.ts')).openOffline()
}

function subscribeToNothing(): () => void {
  return () => {}
}
