// Taking something of the wire along: one request as curl or fetch, the whole trace as a file.
import { Copy, Download } from 'lucide-react'
import type { HttpHop } from '../../runtime/wire/hop.ts'
import { offerDownload } from '../bar/offer-download.ts'
import { copy } from '../copy.ts'
import { Button, IconButton } from '../controls/Button.tsx'
import { Menu, MenuItem } from '../controls/Menu.tsx'
import { useReadable, useSession, useViewStore, useWire } from '../store/session-context.tsx'
import { toCurl, toFetch } from './copy-as.ts'

export function CopyMenu({ hop }: { readonly hop: HttpHop }) {
  const view = useViewStore()
  const withSecrets = useWire((state) => state.areSecretsShown)
  const take = (text: string) => {
    navigator.clipboard.writeText(text).then(
      () => view.tell(withSecrets ? copy.wire.copied : copy.wire.copiedDotted),
      () => view.tell(copy.wire.notCopied),
    )
  }
  return (
    <Menu
      align="end"
      trigger={
        <Button look="quiet">
          <Copy aria-hidden /> {copy.wire.copyAs}
        </Button>
      }
    >
      <MenuItem onSelect={() => take(toCurl(hop, { withSecrets }))}>{copy.wire.asCurl}</MenuItem>
      <MenuItem onSelect={() => take(toFetch(hop, { withSecrets }))}>{copy.wire.asFetch}</MenuItem>
    </Menu>
  )
}

export function ExportMenu() {
  const session = useSession()
  const withSecrets = useWire((state) => state.areSecretsShown)
  const isEmpty = useReadable(session.exchanges).length === 0
  const save = async (type: 'har' | 'json') => {
    const { toHar, toJson } = await import('./export-trace.ts')
    const oldestFirst = [...session.exchanges.get()].reverse()
    const text = (type === 'har' ? toHar : toJson)(oldestFirst, { withSecrets })
    offerDownload(`both-ends.${type}`, new Blob([text], { type: 'application/json' }))
  }
  return (
    <Menu
      align="end"
      trigger={<IconButton small label={copy.wire.export} icon={<Download aria-hidden />} />}
    >
      <MenuItem disabled={isEmpty} line={copy.wire.jsonLine} onSelect={() => void save('json')}>
        JSON
      </MenuItem>
      <MenuItem disabled={isEmpty} line={copy.wire.harLine} onSelect={() => void save('har')}>
        HAR
      </MenuItem>
    </Menu>
  )
}
