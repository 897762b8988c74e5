'use client'
// On every page: keeps the site for later once the page is at rest, and says when a new version is there. It draws nothing
// else. Where an app runs, keeping waits for the engine: the playground itself says when (playground/ui/use-keep-when-running.ts).
import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { loadOffline, useOffline } from './use-offline.ts'
import styles from './new-version.module.css'

/** Pages with an engine. */
const WITH_ENGINE = /^\/(play|learn\/[^/]+)\/$/

export function KeepForLater() {
  const isAtRest = useRest()
  const isForEngine = WITH_ENGINE.test(usePathname())
  // On a first visit there is no other version to tell of.
  const hasVersion = isAtRest && Boolean(navigator.serviceWorker?.controller)
  const open = useOffline(hasVersion)
  const opened = open?.offline
  useEffect(() => opened?.watch(), [opened])
  const [inTheWay, setInTheWay] = useState(0)
  useEffect(() => {
    if (!isAtRest || isForEngine) return
    const leaving = new AbortController()
    void keepQuietly(leaving.signal)
    return () => leaving.abort()
  }, [isAtRest, isForEngine])
  const isPresenting = isAtRest && new URLSearchParams(window.location.search).has('present')
  if (!open?.state.isNewVersionReady || isPresenting) return null
  const { offline } = open
  return (
    <aside className={styles.bar} aria-label="New version">
      <p role="status">
        A new version is ready.{' '}
        {inTheWay === 0
          ? 'Reload when you like; this tab keeps working.'
          : `It comes when the other ${inTheWay === 1 ? 'tab is' : `${inTheWay} tabs are`} closed.`}
      </p>
      <button
        type="button"
        className={styles.button}
        onClick={() => void offline.takeNewVersion().then(setInTheWay)}
      >
        Reload
      </button>
    </aside>
  )
}

async function keepQuietly(signal: AbortSignal): Promise<void> {
  const offline = await loadOffline()
  if (!signal.aborted) await offline.keepByItself({ lesson: null, signal })
}

/** Loaded, idle, not in a frame of another page, and built to be kept at all. */
function useRest(): boolean {
  const [isAtRest, setAtRest] = useState(false)
  useEffect(() => {
    const canKeep = document.querySelector('meta[name="both-ends-site"]') !== null
    if (!canKeep || window.parent !== window) return
    let timer = 0
    const wait = () => {
      timer = window.setTimeout(setAtRest, REST, true)
    }
    if (document.readyState === 'complete') wait()
    else window.addEventListener('load', wait, { once: true })
    return () => {
      window.clearTimeout(timer)
      window.removeEventListener('load', wait)
    }
  }, [])
  return isAtRest
}

/** Milliseconds after everything loaded: what the page itself still asks for comes first. */
const REST = 2500
