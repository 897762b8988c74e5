// Headers, cookies and bodies of one HTTP hop, each closed until asked but the bodies.
import { useMemo, type ReactNode } from 'react'
import type { CapturedBody, HttpHop } from '../../runtime/wire/hop.ts'
import type { HeaderPairs } from '../../runtime/wire/headers.ts'
import { copy, formatSize } from '../copy.ts'
import { CodeText } from '../editor/CodeText.tsx'
import { showBody } from './body-text.ts'
import { DOTS, hideBody, hideHeader } from './secrets.ts'
import styles from './wire.module.css'

interface HttpSectionsProps {
  readonly hop: HttpHop
  readonly areSecretsShown: boolean
}

export function HttpSections({ hop, areSecretsShown: shown }: HttpSectionsProps) {
  return (
    <>
      {hop.corsError !== null && <p className={styles.trouble}>{hop.corsError}</p>}
      {hop.failure && (
        <p className={styles.ours}>
          {hop.failure.message} {hop.failure.next}
        </p>
      )}
      <Section title={copy.wire.requestHeaders} count={hop.requestHeaders.length}>
        <Headers headers={hop.requestHeaders} shown={shown} />
      </Section>
      <Section title={copy.wire.responseHeaders} count={hop.responseHeaders.length}>
        <Headers headers={hop.responseHeaders} shown={shown} />
      </Section>
      {hop.cookiesSent.length + hop.cookiesSet.length > 0 && <Cookies hop={hop} shown={shown} />}
      <Body title={copy.wire.requestBody} body={hop.requestBody} shown={shown} />
      <Body title={copy.wire.responseBody} body={hop.responseBody} shown={shown} />
    </>
  )
}

interface SectionProps {
  readonly title: string
  readonly count?: number
  readonly note?: string
  readonly isOpen?: boolean
  readonly children: ReactNode
}

export function Section({ title, count, note, isOpen = false, children }: SectionProps) {
  return (
    <details className={styles.section} open={isOpen}>
      <summary>
        {title} {count !== undefined && <span className={styles.muted}>{count}</span>}
        {note !== undefined && <span className={styles.muted}>{note}</span>}
      </summary>
      {children}
    </details>
  )
}

function Headers({ headers, shown }: { readonly headers: HeaderPairs; readonly shown: boolean }) {
  if (headers.length === 0) return <p className={styles.muted}>{copy.wire.noFields}</p>
  return (
    <dl className={styles.fields}>
      {headers.map(([name, value], index) => (
        <div key={`${name}${index}`} className={styles.field}>
          <dt>{name}</dt>
          <dd>{shown ? value : hideHeader(name, value)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Cookies({
  hop: { cookiesSent, cookiesSet },
  shown,
}: {
  readonly hop: HttpHop
  readonly shown: boolean
}) {
  return (
    <Section
      title={copy.wire.cookies}
      note={copy.wire.cookiesLine(cookiesSent.length, cookiesSet.length)}
      isOpen
    >
      <dl className={styles.fields}>
        {cookiesSent.map(([name, value]) => (
          <div key={`sent ${name}`} className={styles.field}>
            <dt>
              {copy.wire.sent} {name}
            </dt>
            <dd>{shown ? value : DOTS}</dd>
          </div>
        ))}
        {cookiesSet.map(({ name, line, outcome, reason }, index) => (
          <div key={`set ${index}`} className={styles.field}>
            <dt>
              {copy.wire.set} {name}
            </dt>
            <dd>
              {shown ? line : hideHeader('set-cookie', line)}
              <br />
              <span className={outcome === 'refused' ? styles.bad : styles.ok}>
                {copy.wire.outcomes[outcome]}
              </span>
              {reason !== null && ` ${reason}`}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

interface BodyProps {
  readonly title: string
  readonly body: CapturedBody | null
  readonly shown: boolean
}

function Body({ title, body, shown }: BodyProps) {
  const made = useMemo(() => (body === null ? null : showBody(body)), [body])
  if (body === null || made === null || body.size === 0) return null
  const note = [body.contentType?.split(';')[0], formatSize(body.size)].filter(Boolean).join(' · ')
  return (
    <Section title={title} note={note} isOpen>
      {made.type === 'binary' ? (
        <p className={styles.muted}>{copy.wire.binary(formatSize(made.size))}</p>
      ) : (
        <>
          {made.isPart && <p className={styles.muted}>{copy.wire.firstPart}</p>}
          <div className={styles.body} tabIndex={0} role="region" aria-label={title}>
            <CodeText path={made.path} text={shown ? made.text : hideBody(made.text)} />
          </div>
        </>
      )}
    </Section>
  )
}
