// The cookie jar: what is kept, who can read it, and what was refused, with the reason.
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { CookieView, JarView } from '../../runtime/wire/message.ts'
import { copy, formatTime } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { useReadable, useSession } from '../store/session-context.tsx'
import { DOTS } from '../wire/secrets.ts'
import styles from './jar.module.css'

export function JarPane() {
  const session = useSession()
  const jar = useReadable(session.jar)
  if (!jar || jar.cookies.length + jar.refused.length === 0)
    return <p className={styles.empty}>{copy.jar.empty}</p>
  return (
    <div className={styles.pane}>
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
    </div>
  )
}

function KeptCookie({ cookie }: { readonly cookie: CookieView }) {
  const [isShown, setShown] = useState(false)
  return (
    <li className={styles.cookie}>
      <p className={styles.line}>
        <strong>{cookie.name}</strong>
        <code className={styles.value}>{isShown ? cookie.value : DOTS}</code>
        <Button look="link" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? copy.wire.hide : copy.wire.show}
        </Button>
      </p>
      <p className={styles.attributes}>{attributesOf(cookie).join(' · ')}</p>
      <p className={styles.sentence}>
        {[
          cookie.expires === null ? copy.jar.session : copy.jar.until(formatTime(cookie.expires)),
          copy.jar.sentTo(cookie.path),
          cookie.httpOnly ? copy.jar.noScripts : copy.jar.scripts,
        ].join(' ')}
      </p>
    </li>
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
