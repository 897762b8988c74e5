// The terminal of an engine with a real Node: what Next and npm print, and a shell. xterm comes with this pane.
import { FitAddon } from '@xterm/addon-fit'
import { Terminal } from '@xterm/xterm'
import '@xterm/xterm/css/xterm.css'
import { useEffect, useRef } from 'react'
import { copy } from '../copy.ts'
import { useSession, useStatus } from '../store/session-context.tsx'
import styles from './terminal.module.css'

export function TerminalPane() {
  const session = useSession()
  const isRunning = useStatus('engine') === 'running'
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = place.current
    const source = session.terminal()
    if (!element || !source) return
    const terminal = new Terminal({ convertEol: true, fontSize: 13, screenReaderMode: true })
    const fit = new FitAddon()
    terminal.loadAddon(fit)
    terminal.open(element)
    fit.fit()
    const stopListening = source.onOutput((text) => terminal.write(text))
    if (isRunning) source.open({ cols: terminal.cols, rows: terminal.rows })
    const typed = terminal.onData((text) => void source.type(text))
    const resized = terminal.onResize((size) => source.resize(size))
    const observer = new ResizeObserver(() => fit.fit())
    observer.observe(element)
    return () => {
      observer.disconnect()
      stopListening()
      typed.dispose()
      resized.dispose()
      terminal.dispose()
    }
  }, [session, isRunning])
  return (
    <div ref={place} className={styles.terminal} role="region" aria-label={copy.dock.terminal} />
  )
}
