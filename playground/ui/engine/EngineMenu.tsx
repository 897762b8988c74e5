// The engine line, which says what runs the app, and its menu, which chooses.
import { ChevronDown } from 'lucide-react'
import { useEffect } from 'react'
import { addressFor } from '../../runtime/engine/choose.ts'
import { isEmbedded } from '../bar/embedded.ts'
import { Button } from '../controls/Button.tsx'
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from '../controls/Menu.tsx'
import { useSession, useStatus } from '../store/session-context.tsx'
import { engineCopy } from './engine-copy.ts'
import { switchEngine } from './switching.ts'
import styles from './engine.module.css'

const COMPARISON = '/docs/engines/'

const ENGINES = [
  { value: 'own', text: engineCopy.names.own, line: engineCopy.ownLine },
  {
    value: 'webcontainer',
    text: engineCopy.names.webcontainer,
    line: engineCopy.webcontainerLine,
  },
] as const

export function EngineMenu() {
  const session = useSession()
  const engineName = useStatus('engineName')
  useEngineInAddress(engineName)
  if (isEmbedded()) return <EmbeddedLine line={engineCopy.lines[engineName]} />
  return (
    <Menu
      align="end"
      trigger={
        <Button look="quiet" aria-label={engineCopy.label(engineCopy.lines[engineName])}>
          {engineCopy.lines[engineName]} <ChevronDown aria-hidden />
        </Button>
      }
    >
      <MenuLabel>{engineCopy.menu}</MenuLabel>
      <MenuChoice
        value={engineName}
        choices={ENGINES}
        onChange={(name) => name !== engineName && void switchEngine(session, name)}
      />
      <MenuSeparator />
      <MenuItem onSelect={() => window.open(COMPARISON, '_blank', 'noopener')}>
        {engineCopy.compare}
      </MenuItem>
    </Menu>
  )
}

/** Nothing to choose: a page is isolated only when the one around it is. */
function EmbeddedLine({ line }: { readonly line: string }) {
  return (
    <a className={styles.line} href={COMPARISON} target="_blank" rel="noreferrer">
      {line}
    </a>
  )
}

/** After the own engine took over by itself: a reload must not go where nobody was let in. */
function useEngineInAddress(engineName: keyof typeof engineCopy.names): void {
  useEffect(() => {
    const address = addressFor(window.location.href, engineName)
    if (address !== window.location.href)
      window.history.replaceState(window.history.state, '', address)
  }, [engineName])
}
