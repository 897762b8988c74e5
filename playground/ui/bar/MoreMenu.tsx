// What is needed seldom: zip, one end's restart, the database, earlier versions, keys. On a phone also what the bar has no room for.
import {
  Database,
  Download,
  Ellipsis,
  HardDriveDownload,
  History,
  Keyboard,
  Link2,
  RotateCcw,
  Square,
  Undo2,
} from 'lucide-react'
import { copy, formatTime } from '../copy.ts'
import { IconButton } from '../controls/Button.tsx'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../controls/Menu.tsx'
import { useSession, useStatus, useViewStore, useWorkspace } from '../store/session-context.tsx'
import { downloadZip } from './download-zip.ts'
import { FlavourChoice } from './FlavourMenu.tsx'
import { restoreWithUndo } from './restore.ts'

export function MoreMenu({ isNarrow }: { readonly isNarrow: boolean }) {
  const view = useViewStore()
  const session = useSession()
  return (
    <Menu
      align="end"
      trigger={<IconButton label={copy.bar.more} icon={<Ellipsis aria-hidden />} />}
    >
      {isNarrow && (
        <>
          <MenuItem
            icon={<Undo2 aria-hidden />}
            onSelect={() => view.openDialog({ type: 'reset' })}
          >
            {copy.bar.reset}
          </MenuItem>
          <FlavourChoice />
          <MenuSeparator />
        </>
      )}
      <MenuItem icon={<Link2 aria-hidden />} onSelect={() => view.openDialog({ type: 'share' })}>
        {copy.bar.share}
      </MenuItem>
      <MenuItem
        icon={<Download aria-hidden />}
        onSelect={() => void downloadZip(session.workspace.get().files)}
      >
        {copy.bar.zip}
      </MenuItem>
      <MenuItem icon={<Keyboard aria-hidden />} onSelect={() => view.openDialog({ type: 'keys' })}>
        {copy.bar.keys}
      </MenuItem>
      <MenuItem
        icon={<HardDriveDownload aria-hidden />}
        // In a tab of its own: leaving this page would end the engine.
        onSelect={() => void window.open('/docs/offline/', '_blank')}
      >
        {copy.bar.offline}
      </MenuItem>
      <MenuSeparator />
      <EngineItems />
      <MenuSeparator />
      <Versions />
    </Menu>
  )
}

function EngineItems() {
  const session = useSession()
  const view = useViewStore()
  const off = useStatus('engine') !== 'running'
  const restart = (end: 'frontend' | 'backend') => () =>
    void session.restart(end).catch(() => undefined)
  return (
    <>
      <MenuItem icon={<RotateCcw aria-hidden />} disabled={off} onSelect={restart('frontend')}>
        {copy.bar.restartFrontend}
      </MenuItem>
      <MenuItem icon={<RotateCcw aria-hidden />} disabled={off} onSelect={restart('backend')}>
        {copy.bar.restartBackend}
      </MenuItem>
      <MenuItem
        icon={<Database aria-hidden />}
        disabled={off}
        onSelect={() => view.openDialog({ type: 'reset-database' })}
      >
        {copy.bar.resetDatabase}
      </MenuItem>
      <MenuItem icon={<Square aria-hidden />} disabled={off} onSelect={() => void session.stop()}>
        {copy.bar.stop}
      </MenuItem>
    </>
  )
}

function Versions() {
  const session = useSession()
  const view = useViewStore()
  const versions = useWorkspace((state) => state.versions)
  return (
    <>
      <MenuLabel>{copy.bar.versions}</MenuLabel>
      {versions.length === 0 && <MenuItem disabled>{copy.bar.noVersions}</MenuItem>}
      {versions.map(({ id, time, starter, changedCount }) => (
        <MenuItem
          key={id}
          icon={<History aria-hidden />}
          onSelect={() => restoreWithUndo(session, view, id)}
        >
          {copy.bar.version(formatTime(time), starter ?? copy.bar.startFromNothing, changedCount)}
        </MenuItem>
      ))}
    </>
  )
}
