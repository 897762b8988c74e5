// A token in the jar: read by anyone, proved by the key alone, and forged in one click to see the refusal on the wire.
import { useState, type FormEvent } from 'react'
import type { HttpHop } from '../../runtime/wire/hop.ts'
import type { NumberedExchange } from '../../session/session.ts'
import { formatTime } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import controls from '../controls/controls.module.css'
import { useReadable, useSession } from '../store/session-context.tsx'
import { toReplay, withHeaderValue } from '../wire/replay.ts'
import { useReplay } from '../wire/use-replay.ts'
import { findKey, isSignedWith, readToken, withClaim, type ReadToken } from './read-token.ts'
import { tokenCopy } from './token-copy.ts'
import styles from './jar.module.css'

export function TokenBox({ token }: { readonly token: string }) {
  const read = readToken(token)
  if (!read) return null
  return (
    <details className={styles.token}>
      <summary>{tokenCopy.title}</summary>
      <p className={styles.attributes}>{tokenCopy.notProof}</p>
      <pre className={styles.json}>{JSON.stringify(read.header)}</pre>
      <pre className={styles.json}>{JSON.stringify(read.claims, null, 2)}</pre>
      <p>{read.ends === null ? tokenCopy.endless : tokenCopy.ends(formatTime(read.ends))}</p>
      <Verify token={token} />
      <Forge token={token} read={read} />
    </details>
  )
}

function Verify({ token }: { readonly token: string }) {
  const session = useSession()
  const [verdict, setVerdict] = useState('')
  const verify = async () => {
    const key = findKey(session.workspace.get().files)
    if (!key) return setVerdict(tokenCopy.noKey)
    const fits = await isSignedWith(token, key)
    setVerdict(fits ? tokenCopy.fits(key.name) : tokenCopy.fitsNot(key.name))
  }
  return (
    <p className={styles.line}>
      <Button onClick={() => void verify()}>{tokenCopy.verify}</Button>
      <span role="status">{verdict}</span>
    </p>
  )
}

function Forge({ token, read }: { readonly token: string; readonly read: ReadToken }) {
  const exchanges = useReadable(useSession().exchanges)
  const replay = useReplay()
  const names = Object.keys(read.claims)
  const [name, setName] = useState(names.includes('sub') ? 'sub' : (names[0] ?? ''))
  const [value, setValue] = useState(String(read.claims[name] ?? ''))
  const carrier = findCarrier(exchanges, token)
  if (!carrier) return <p className={styles.attributes}>{tokenCopy.noCarrier}</p>
  const send = (event: FormEvent) => {
    event.preventDefault()
    const request = toReplay(carrier)
    if (!request) return
    const forged = withClaim(token, name, value)
    const headers = withHeaderValue(request.headers, 'authorization', () => `Bearer ${forged}`)
    void replay({ ...request, headers })
  }
  return (
    <form className={styles.line} onSubmit={send}>
      <label>
        {tokenCopy.claim}{' '}
        <select
          className={controls.field}
          value={name}
          onChange={({ target }) => {
            setName(target.value)
            setValue(String(read.claims[target.value] ?? ''))
          }}
        >
          {names.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <label>
        {tokenCopy.value}{' '}
        <input
          className={controls.field}
          value={value}
          onChange={({ target }) => setValue(target.value)}
        />
      </label>
      <Button type="submit">{tokenCopy.send}</Button>
    </form>
  )
}

/** The newest question to FastAPI that the token went with, and that changes nothing when it is asked again. */
function findCarrier(exchanges: readonly NumberedExchange[], token: string): HttpHop | null {
  for (const { hops } of exchanges) {
    for (const hop of hops) {
      if (hop.type !== 'http' || hop.to !== 'fastapi' || hop['http.request.method'] !== 'GET')
        continue
      const carries = hop.requestHeaders.some(
        ([name, value]) => name.toLowerCase() === 'authorization' && value === `Bearer ${token}`,
      )
      if (carries) return hop
    }
  }
  return null
}
