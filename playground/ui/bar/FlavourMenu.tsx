// Development or production: how Next.js runs. Production builds first, and lists what it built.
import { ChevronDown } from 'lucide-react'
import type { BuiltRoute } from '../../runtime/wire/message.ts'
import { toFailure } from '../../runtime/wire/failure.ts'
import type { PlaygroundSession } from '../../session/session.ts'
import { copy } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { Menu, MenuChoice, MenuLabel, MenuSeparator } from '../controls/Menu.tsx'
import { engineCopy } from '../engine/engine-copy.ts'
import { useSession, useStatus, useViewStore } from '../store/session-context.tsx'
import type { ViewStore } from '../store/view-store.ts'
import styles from './bar.module.css'

export const FLAVOURS = [
  { value: 'development', text: copy.bar.development, line: copy.bar.developmentLine },
  { value: 'production', text: copy.bar.production, line: copy.bar.productionLine },
] as const

export function FlavourMenu() {
  const flavour = useStatus('flavour')
  const busy = useStatus('busy')
  return (
    <Menu
      align="end"
      trigger={
        <Button
          look="quiet"
          aria-label={`${copy.bar.flavourLabel}: ${copy.bar[flavour]}`}
          disabled={busy === 'building'}
        >
          {busy === 'building' ? copy.bar.building : copy.bar[flavour]} <ChevronDown aria-hidden />
        </Button>
      }
    >
      <FlavourChoice />
    </Menu>
  )
}

export function FlavourChoice() {
  const session = useSession()
  const view = useViewStore()
  const flavour = useStatus('flavour')
  const routes = useStatus('routes')
  return (
    <>
      <MenuLabel>{copy.bar.flavourLabel}</MenuLabel>
      <MenuChoice
        value={flavour}
        choices={FLAVOURS}
        onChange={(next) => void changeFlavour(session, view, next)}
      />
      {routes.length > 0 && (
        <>
          <MenuSeparator />
          <MenuLabel>{copy.bar.routes}</MenuLabel>
          <ul className={styles.routes}>
            {routes.map((route) => (
              <li key={route.path}>
                <span className={styles.routeKind}>{ROUTE_MARKS[route.kind]}</span>{' '}
                <code>{route.path}</code>
                {route.message !== null && (
                  <span className={styles.routeMessage}>{route.message}</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** `next build` prints these. */
const ROUTE_MARKS: Readonly<Record<BuiltRoute['kind'], string>> = {
  static: '○',
  partial: '◐',
  dynamic: 'ƒ',
  error: '✗',
}

async function changeFlavour(
  session: PlaygroundSession,
  view: ViewStore,
  flavour: 'development' | 'production',
): Promise<void> {
  if (flavour === 'production' && session.status.get().engineName === 'webcontainer')
    return view.tell(engineCopy.noProduction)
  try {
    const routes = await session.setFlavour(flavour)
    if (session.status.get().engine !== 'running') return
    view.tell(flavour === 'production' ? copy.build.done(routes.length) : copy.build.back)
  } catch (cause) {
    view.tell(`${copy.build.failed} ${toFailure('build', cause).message}`)
  }
}
