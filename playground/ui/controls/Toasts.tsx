// A chunk of its own, loaded with the first toast. One toast at a time, ten seconds, reached by F8; Undo has words of its own for screen readers.
import * as Toast from 'radix-ui/toast'
import { X } from 'lucide-react'
import { copy } from '../copy.ts'
import { useView, useViewStore } from '../store/session-context.tsx'
import { Button, IconButton } from './Button.tsx'
import { joinClasses } from './join-classes.ts'
import styles from './controls.module.css'
import tokens from '../tokens.module.css'

const SHOWN_MS = 10_000

export function Toasts() {
  const toast = useView((state) => state.toast)
  const store = useViewStore()
  return (
    <Toast.Provider duration={SHOWN_MS} label={copy.common.notifications}>
      {toast && (
        <Toast.Root
          key={toast.id}
          className={styles.toast}
          onOpenChange={(open) => !open && store.closeToast()}
        >
          <Toast.Description>{toast.text}</Toast.Description>
          {toast.undo && (
            <Toast.Action asChild altText={copy.reset.undoAlt}>
              <Button onClick={toast.undo}>{copy.reset.undo}</Button>
            </Toast.Action>
          )}
          <Toast.Close asChild>
            <IconButton label={copy.common.dismiss} icon={<X aria-hidden />} small />
          </Toast.Close>
        </Toast.Root>
      )}
      <Toast.Viewport className={joinClasses(tokens.tokens, styles.toasts)} />
    </Toast.Provider>
  )
}
