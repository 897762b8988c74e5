// The work as a link. Its text is made when the dialog opens: fflate comes with it.
import { useEffect, useState } from 'react'
import { toDraft } from '../../runtime/workspace/create-workspace.ts'
import { toFailure } from '../../runtime/wire/failure.ts'
import type { Files } from '../../runtime/wire/files.ts'
import { createStarterLoader } from '../../runtime/workspace/load-starter.ts'
import type { Starter } from '../../runtime/workspace/starter.ts'
import { copy, formatSize } from '../copy.ts'
import { Sheet } from '../controls/Ask.tsx'
import { Button } from '../controls/Button.tsx'
import controls from '../controls/controls.module.css'
import { useSession, useView, useViewStore, useWorkspace } from '../store/session-context.tsx'
import { downloadZip } from './download-zip.ts'
import { shareAddress } from './share-address.ts'

/** Bytes from which some programs cut a link. */
const LONG = 8 * 1024

export function ShareDialog() {
  return useView((state) => state.dialog)?.type === 'share' ? <Share /> : null
}

function Share() {
  const view = useViewStore()
  const session = useSession()
  const link = useLink()
  const take = () =>
    navigator.clipboard.writeText(link).then(
      () => view.tell(copy.share.copied),
      () => view.tell(copy.wire.notCopied),
    )
  return (
    <Sheet title={copy.share.title} line={copy.share.line} onClose={() => view.openDialog(null)}>
      <input
        className={controls.field}
        aria-label={copy.share.link}
        readOnly
        value={link}
        onFocus={({ target }) => target.select()}
      />
      <p className={controls.line}>
        {copy.share.size(formatSize(link.length))} {link.length > LONG && copy.share.long}
      </p>
      <div className={controls.actions}>
        {link.length > LONG && (
          <Button onClick={() => void downloadZip(session.workspace.get().files)}>
            {copy.bar.zip}
          </Button>
        )}
        <Button look="primary" disabled={link === ''} onClick={() => void take()}>
          {copy.share.copy}
        </Button>
      </div>
    </Sheet>
  )
}

function useLink(): string {
  const view = useViewStore()
  const { starter, files } = useWorkspace()
  const [link, setLink] = useState('')
  useEffect(() => {
    let gone = false
    makeLink(starter, files).then(
      (made) => !gone && setLink(made),
      (cause: unknown) => !gone && view.tell(toFailure('share', cause).message),
    )
    return () => void (gone = true)
  }, [view, starter, files])
  return link
}

/** A lesson's step is no example that the playground can begin from; what is under it is. */
async function makeLink(starter: Starter, files: Files): Promise<string> {
  const { formatShare } = await import('../../runtime/workspace/share-link.ts')
  const load = createStarterLoader(new URL('/starters/', window.location.href).href)
  const under = starter.compiled === undefined ? starter : await load(starter.compiled)
  return shareAddress(formatShare(toDraft({ starter: under, files })))
}
