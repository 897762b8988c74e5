// A question with two answers, and a dialog with a form or a list in it. Focus returns where it was.
import * as AlertDialog from 'radix-ui/alert-dialog'
import * as Dialog from 'radix-ui/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { copy } from '../copy.ts'
import { Button, IconButton } from './Button.tsx'
import { joinClasses } from './join-classes.ts'
import styles from './controls.module.css'
import tokens from '../tokens.module.css'

interface AskProps {
  readonly title: string
  readonly line: string
  readonly confirm: string
  readonly onConfirm: () => void
  readonly onClose: () => void
}

export function Ask({ title, line, confirm, onConfirm, onClose }: AskProps) {
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <AlertDialog.Portal>
        <div className={tokens.tokens}>
          <AlertDialog.Overlay className={styles.overlay} />
          <AlertDialog.Content className={styles.dialog}>
            <AlertDialog.Title className={styles.title}>{title}</AlertDialog.Title>
            <AlertDialog.Description className={styles.line}>{line}</AlertDialog.Description>
            <div className={styles.actions}>
              <AlertDialog.Cancel asChild>
                <Button>{copy.common.cancel}</Button>
              </AlertDialog.Cancel>
              <AlertDialog.Action asChild>
                <Button look="primary" onClick={onConfirm}>
                  {confirm}
                </Button>
              </AlertDialog.Action>
            </div>
          </AlertDialog.Content>
        </div>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}

/** The sheet itself, unless a field in it asked for the focus. On the button Close, its tooltip would take the first Escape. */
function focusSheet(event: Event): void {
  const sheet = event.currentTarget
  if (!(sheet instanceof HTMLElement) || sheet.contains(document.activeElement)) return
  event.preventDefault()
  sheet.focus()
}

interface SheetProps {
  readonly title: string
  readonly line?: string
  readonly children: ReactNode
  readonly wide?: boolean
  readonly className?: string | undefined
  readonly onClose: () => void
}

export function Sheet({ title, line, children, wide = false, className, onClose }: SheetProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <div className={tokens.tokens}>
          <Dialog.Overlay className={styles.overlay} />
          <Dialog.Content
            className={joinClasses(styles.dialog, wide && styles.wide, className)}
            onOpenAutoFocus={focusSheet}
            {...(line === undefined ? { 'aria-describedby': undefined } : {})}
          >
            <div
              className={styles.actions}
              style={{ justifyContent: 'space-between', flexWrap: 'nowrap' }}
            >
              <Dialog.Title className={styles.title}>{title}</Dialog.Title>
              <Dialog.Close asChild>
                <IconButton label={copy.common.close} icon={<X aria-hidden />} />
              </Dialog.Close>
            </div>
            {line !== undefined && (
              <Dialog.Description className={styles.line}>{line}</Dialog.Description>
            )}
            {children}
          </Dialog.Content>
        </div>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
