// The cookie jar: what is kept, who can read it, and what was refused, with the reason.
import { Trash2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { CookieView, JarView } from '../../runtime/wire/message.ts'
import { copy, formatTime } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { engineCopy } from '../engine/engine-copy.ts'
import { useReadable, useSession, useStatus, useWire } from '../store/session-context.tsx'
import { DOTS } from '../wire/secrets.ts'
import styles from './jar.module.css'

/** jose comes with it, so it comes only with the jar's first token. */
const TokenBox = lazy(async () => ({ default: (await import('./TokenBox.tsx')).TokenBox }))

export function JarPane() {
  const jar = useReadable(useSession().jar)
  const clockAhead = useStatus('clockAhead')
  const engineName = useStatus('engineName')
  const isElsewhere = engineName === 'webcontainer'
  const isEmpty = !jar || jar.cookies.length + jar.refused.length === 0
  if (isEmpty && clockAhead === 0 && !isElsewhere)
    return <p className={styles.empty}>{copy.jar.empty}</p>
  return (
    <div className={styles.pane}>
      {isElsewhere && <p className={styles.attributes}>{engineCopy.jar}</p>}
      {clockAhead !== 0 && <ClockLine ahead={clockAhead} />}
      {isEmpty ? <p className={styles.attributes}>{copy.jar.empty}</p> : <Cookies jar={jar} />}
    </div>
  )
}

function ClockLine({ ahead }: { readonly ahead: number }) {
  const session = useSession()
  return (
    <p className={styles.line}>
      {copy.jar.ahead(Math.round(ahead / 60_000))}
      <Button onClick={() => void session.setClock(0)}>{copy.jar.putRight}</Button>
    </p>
  )
}

function Cookies({ jar }: { readonly jar: JarView }) {
  const session = useSession()
  return (
    <>
      {jar.cookies.length > 0 && (
        <section>
          <div className={styles.head}>
            <p className={styles.title}>{copy.jar.kept}</p>
            <Button look="quiet" onClick={() => void session.clearJar()}>
              <Trash2 aria-hidden /> {copy.jar.clear}
            </Button>
          </div>
          <ul>
            {jar.cookies.map((cookie) => (
              <KeptCookie key={`${cookie.domain}${cookie.path}${cookie.name}`} cookie={cookie} />
            ))}
          </ul>
        </section>
      )}
      {jar.refused.length > 0 && <Refused refused={jar.refused} />}
    </>
  )
}

function KeptCookie({ cookie }: { readonly cookie: CookieView }) {
  const [isShown, setShown] = useState(false)
  const canShow = useWire((state) => state.canShowSecrets)
  return (
    <li className={styles.cookie}>
      <p className={styles.line}>
        <strong>{cookie.name}</strong>
        <code className={styles.value}>{isShown ? cookie.value : DOTS}</code>
        {canShow && (
          <Button look="link" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? copy.wire.hide : copy.wire.show}
          </Button>
        )}
      </p>
      <p className={styles.attributes}>{attributesOf(cookie).join(' · ')}</p>
      <p className={styles.sentence}>
        {[
          cookie.expires === null ? copy.jar.session : copy.jar.until(formatTime(cookie.expires)),
          copy.jar.sentTo(cookie.path),
          cookie.httpOnly ? copy.jar.noScripts : copy.jar.scripts,
        ].join(' ')}
      </p>
      <Readers cookie={cookie} />
      {cookie.value.split('.').length === 3 && (
        <Suspense fallback={null}>
          <TokenBox token={cookie.value} />
        </Suspense>
      )}
      {cookie.expires !== null && <Expire expires={cookie.expires} />}
    </li>
  )
}

function Readers({ cookie }: { readonly cookie: CookieView }) {
  return (
    <dl className={styles.readers} aria-label={copy.jar.readers}>
      <dt>{copy.jar.pageScripts}</dt>
      <dd>{cookie.httpOnly ? copy.jar.no : copy.jar.yes}</dd>
      <dt>Next.js</dt>
      <dd>{copy.jar.nextReads}</dd>
      <dt>FastAPI</dt>
      <dd>{copy.jar.fastApiReads}</dd>
    </dl>
  )
}

/** Moves the clock to a second after the cookie's end; a token in it was made to end with it. */
function Expire({ expires }: { readonly expires: number }) {
  const session = useSession()
  return (
    <p className={styles.line}>
      <Button onClick={() => void session.setClock(expires + 1_000 - Date.now())}>
        {copy.jar.expire}
      </Button>
    </p>
  )
}

function attributesOf({
  httpOnly,
  secure,
  sameSite,
  path,
  domain,
  hostOnly,
}: CookieView): string[] {
  const site =
    sameSite === 'default'
      ? 'SameSite not set (Lax)'
      : `SameSite=${sameSite[0]?.toUpperCase()}${sameSite.slice(1)}`
  return [
    ...(httpOnly ? ['HttpOnly'] : []),
    ...(secure ? ['Secure'] : []),
    site,
    `Path=${path}`,
    hostOnly ? domain : `.${domain}`,
  ]
}

function Refused({ refused }: { readonly refused: JarView['refused'] }) {
  return (
    <section>
      <p className={styles.title}>{copy.jar.refused(refused.length)}</p>
      <ul>
        {refused.map(({ name, reason, time }, index) => (
          <li key={`${name}${time}${index}`} className={styles.cookie}>
            <p className={styles.line}>
              <strong>{name}</strong>
            </p>
            <p className={styles.reason}>{reason ?? copy.jar.unknownReason}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
