// Every dialog of the page; one is open at a time. A chunk of its own (LateParts.tsx).
import { ResetDialogs } from '../bar/ResetDialogs.tsx'
import { ShareDialog } from '../bar/ShareDialog.tsx'
import { FileDialogs } from '../files/FileDialogs.tsx'
import { KeysDialog } from './KeysDialog.tsx'

export function Dialogs({ page }: { readonly page: 'lesson' | 'playground' }) {
  return (
    <>
      <FileDialogs />
      <ResetDialogs />
      <ShareDialog />
      <KeysDialog page={page} />
    </>
  )
}
