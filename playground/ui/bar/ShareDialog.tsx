// The work as a link, or as a frame for another page. Its text is made when the dialog opens: fflate comes with it.
import * as Tabs from 'radix-ui/tabs'
import { useEffect, useState } from 'react'
import { toFailure } from '../../runtime/wire/failure.ts'
import { copy, formatSize } from '../copy.ts'
import { Sheet } from '../controls/Ask.tsx'
import { Button } from '../controls/Button.tsx'
import controls from '../controls/controls.module.css'
import { useSession, useView, useViewStore, useWorkspace } from '../store/session-context.tsx'
import { downloadZip } from './download-zip.ts'
import { packWork } from './pack-work.ts'
import { shareAddress } from './share-address.ts'
import styles from './bar.module.css'

/** Bytes from which some programs cut a link. */
const LONG = 8 * 1024

export function ShareDialog() {
  return useView((state) => state.dialog)?.type === 'share' ? <Share /> : null
}

function Share() {
  const view = useViewStore()
  const work = useWork()
  return (
    <Sheet title={copy.share.title} line={copy.share.line} onClose={() => view.openDialog(null)}>
      <Tabs.Root defaultValue="link">
        <Tabs.List className={styles.shareTabs} aria-label={copy.share.forms}>
          <Tabs.Trigger value="link">{copy.share.link}</Tabs.Trigger>
          <Tabs.Trigger value="embed">{copy.share.embed}</Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="link">
          <Taken
            label={copy.share.link}
            text={work === '' ? '' : shareAddress(work)}
            take={copy.share.copy}
            taken={copy.share.copied}
          />
        </Tabs.Content>
        <Tabs.Content value="embed">
          <p className={controls.line}>{copy.share.embedLine}</p>
          <Taken
            label={copy.share.embed}
            text={work === '' ? '' : frameOf(shareAddress(work, { embedded: true }))}
            take={copy.share.copyEmbed}
            taken={copy.share.copiedEmbed}
          />
        </Tabs.Content>
      </Tabs.Root>
    </Sheet>
  )
}

interface TakenProps {
  readonly label: string
  /** Empty until it is made. */
  readonly text: string
  readonly take: string
  readonly taken: string
}

function Taken({ label, text, take, taken }: TakenProps) {
  const view = useViewStore()
  const session = useSession()
  const copyText = () =>
    navigator.clipboard.writeText(text).then(
      () => view.tell(taken),
      () => view.tell(copy.wire.notCopied),
    )
  return (
    <>
      <input
        className={controls.field}
        aria-label={label}
        readOnly
        value={text}
        onFocus={({ target }) => target.select()}
      />
      <p className={controls.line}>
        {copy.share.size(formatSize(text.length))} {text.length > LONG && copy.share.long}
      </p>
      <div className={controls.actions}>
        {text.length > LONG && (
          <Button onClick={() => void downloadZip(session.workspace.get().files)}>
            {copy.bar.zip}
          </Button>
        )}
        <Button look="primary" disabled={text === ''} onClick={() => void copyText()}>
          {take}
        </Button>
      </div>
    </>
  )
}

/** `address` has nothing that HTML would read as its own: the work is base64url. */
function frameOf(address: string): string {
  return `<iframe src="${address}" title="Both Ends" style="width: 100%; height: 640px; border: 0" loading="lazy" allow="clipboard-write"></iframe>`
}

/** Empty until it is packed. */
function useWork(): string {
  const view = useViewStore()
  const starter = useWorkspace((state) => state.starter)
  const files = useWorkspace((state) => state.files)
  const [work, setWork] = useState('')
  useEffect(() => {
    let gone = false
    packWork(starter, files).then(
      (made) => !gone && setWork(made),
      (cause: unknown) => !gone && view.tell(toFailure('share', cause).message),
    )
    return () => void (gone = true)
  }, [view, starter, files])
  return work
}
