'use client'
// Opens the playground in the page, on the file that the code above is from. Nothing of it loads before the click.
import { Play, X } from 'lucide-react'
import { useId, useState } from 'react'
import styles from './reference.module.css'

export function RunExample({ name }: { readonly name: string }) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <>
      <div className={styles.run}>
        <button
          type="button"
          className={styles.button}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? <X aria-hidden /> : <Play aria-hidden />} {isOpen ? 'Close' : 'Run and edit'}
        </button>
        <span className={styles.note}>
          {isOpen
            ? 'The whole app, with this file open. Closing forgets your edits.'
            : 'Both ends, here in the page. Loads a few megabytes the first time.'}
        </span>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <iframe
            className={styles.frame}
            title="The example, running"
            // In a narrow frame one pane is in view: the app, since the code stands above it.
            src={`/play/?embed&reference=${name}&view=preview`}
            allow="clipboard-write"
          />
        )}
      </div>
    </>
  )
}
