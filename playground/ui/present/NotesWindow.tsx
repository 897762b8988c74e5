// The notes window, on the presenter's own screen: now and next, the time, and the keys of the stage. The stage holds
// everything; closing this window loses nothing.
import { useEffect, useMemo, useRef, useState, type FormEvent, type RefObject } from 'react'
import { openNotesChannel, type Command, type NotesChannel } from '../../present/notes-channel.ts'
import type { StageState } from '../../present/stage-state.ts'
import { minutesOf, type Beat, type Talk } from '../../present/talk.ts'
import { Button } from '../controls/Button.tsx'
import controls from '../controls/controls.module.css'
import { joinClasses } from '../controls/join-classes.ts'
import { isTextField } from '../keys.ts'
import { Notes } from './Notes.tsx'
import { Opening, OpeningFailed } from './Screens.tsx'
import { presentCopy } from './present-copy.ts'
import { actionOf, STAGE_KEYS, type StageAction } from './stage-keys.ts'
import { formatClock, useSecondsSince } from './use-clock.ts'
import { useTalk } from './use-talk.ts'
import { useWakeLock } from './use-wake-lock.ts'
import tokens from '../tokens.module.css'
import styles from './notes.module.css'

const { notes: words } = presentCopy
const SIZES = { first: 20, step: 2, least: 14, most: 40 }

export function NotesWindow({ slug, stage }: { readonly slug: string; readonly stage: string }) {
  const { talk, failure } = useTalk(slug)
  const { state, isGone, send } = useStageFromAfar(stage)
  const goTo = useRef<HTMLInputElement>(null)
  useNotesKeys(send, state, goTo)
  useWakeLock()
  useEffect(() => {
    if (talk) document.title = `${words.title} · ${talk.title}`
  }, [talk])
  if (failure) return <OpeningFailed failure={failure} />
  if (!talk) return <Opening>{presentCopy.opening}</Opening>
  const beat = talk.beats[state?.beat ?? 0]
  const next = talk.beats[(state?.beat ?? 0) + 1]
  return (
    <main className={joinClasses(tokens.tokens, styles.window)}>
      <h1 className={tokens.visuallyHidden}>{words.title}</h1>
      {isGone && (
        <p className={styles.gone} role="status">
          {words.gone}
        </p>
      )}
      <div className={styles.pair}>
        {beat && <NowNotes beat={beat} number={(state?.beat ?? 0) + 1} of={talk.beats.length} />}
        <NextBeat beat={next} number={(state?.beat ?? 0) + 2} />
      </div>
      <Foot talk={talk} state={state} send={send} goTo={goTo} />
    </main>
  )
}

interface NowProps {
  readonly beat: Beat
  readonly number: number
  readonly of: number
}

function NowNotes({ beat, number, of }: NowProps) {
  const [size, setSize] = useState(SIZES.first)
  const resize = (by: number) =>
    setSize(Math.min(SIZES.most, Math.max(SIZES.least, size + by * SIZES.step)))
  return (
    <section className={styles.now} aria-labelledby="notes-now">
      <p className={styles.soft}>
        {words.now} · {presentCopy.position(number, of)} · {presentCopy.minutes(beat.minutes)}
      </p>
      <h2 id="notes-now">{beat.title}</h2>
      <div
        className={styles.text}
        style={{ fontSize: size }}
        tabIndex={0}
        role="region"
        aria-label={words.title}
        data-notes
      >
        <Notes beat={beat} />
      </div>
      <p className={styles.row}>
        <Button aria-label={words.smaller} onClick={() => resize(-1)}>
          A−
        </Button>
        <Button aria-label={words.larger} onClick={() => resize(1)}>
          A+
        </Button>
      </p>
    </section>
  )
}

function NextBeat({ beat, number }: { readonly beat: Beat | undefined; readonly number: number }) {
  return (
    <section className={styles.next} aria-labelledby="notes-next">
      <p className={styles.soft}>{words.next}</p>
      <h2 id="notes-next">{beat ? `${number} · ${beat.title}` : words.end}</h2>
      {beat && (
        <>
          <p>
            <code>{beat.file}</code>
          </p>
          <pre className={styles.thumbnail}>{beat.code}</pre>
          <p className={styles.soft}>
            {presentCopy.minutes(beat.minutes)} · <code>{beat.path}</code>
          </p>
        </>
      )}
    </section>
  )
}

interface FootProps {
  readonly talk: Talk
  readonly state: StageState | null
  readonly send: (command: Command) => void
  readonly goTo: RefObject<HTMLInputElement | null>
}

function Foot({ talk, state, send, goTo }: FootProps) {
  const seconds = useSecondsSince(state?.begun ?? null)
  const go = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const beat = Number(goTo.current?.value)
    if (Number.isInteger(beat) && beat > 0) send({ do: 'goTo', beat: beat - 1 })
    goTo.current?.blur()
  }
  return (
    <footer className={styles.foot}>
      <p className={styles.timer}>
        <span role="timer" aria-label={words.timer} className={styles.clock}>
          {formatClock(seconds)}
        </span>
        <span>{presentCopy.ofMinutes(minutesOf(talk))}</span>
        <Button onClick={() => send({ do: 'timer' })}>
          {state?.begun === null ? words.begin : words.putBack}
        </Button>
        <span role="status">
          {state && presentCopy.apps[state.app]}
          {state?.trouble && ` · ${state.trouble}`}
          {state && state.openedIn !== null && ` · ${words.openedIn(Math.round(state.openedIn))}`}
        </span>
      </p>
      <div className={styles.row} role="toolbar" aria-label={words.buttons}>
        <Button size="large" onClick={() => send({ do: 'move', by: -1 })}>
          ‹ {words.previous}
        </Button>
        <Button size="large" look="primary" onClick={() => send({ do: 'move', by: 1 })}>
          {words.nextBeat} ›
        </Button>
        <form className={styles.row} onSubmit={go}>
          <label htmlFor="notes-go-to">{words.goTo}</label>
          <input
            id="notes-go-to"
            ref={goTo}
            className={joinClasses(controls.field, styles.number)}
            inputMode="numeric"
            autoComplete="off"
          />
        </form>
        <Button size="large" onClick={() => send({ do: 'reset' })}>
          {words.reset}
        </Button>
        <Button size="large" onClick={() => send({ do: 'blank' })}>
          {state?.isBlank ? words.show : words.blank}
        </Button>
        <Button size="large" onClick={() => send({ do: 'step' })}>
          {words.step}
        </Button>
      </div>
      <ul className={styles.keys} aria-label={presentCopy.keys}>
        {STAGE_KEYS.filter(({ inNotes }) => inNotes).map(({ action, shown, does }) => (
          <li key={action}>
            {shown.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}{' '}
            {does}
          </li>
        ))}
      </ul>
    </footer>
  )
}

function useStageFromAfar(stage: string) {
  const [state, setState] = useState<StageState | null>(null)
  const [isGone, setGone] = useState(false)
  const channel = useRef<NotesChannel | null>(null)
  useEffect(() => {
    const opened = openNotesChannel(stage, {
      onState: (told) => {
        setGone(false)
        setState(told)
      },
      onBye: () => setGone(true),
    })
    channel.current = opened
    opened.send({ type: 'hello' })
    return () => {
      channel.current = null
      opened.close()
    }
  }, [stage])
  const send = useMemo(
    () => (command: Command) => channel.current?.send({ type: 'command', command }),
    [],
  )
  return { state, isGone, send }
}

const COMMANDS: Partial<Record<StageAction, Command>> = {
  next: { do: 'move', by: 1 },
  previous: { do: 'move', by: -1 },
  reset: { do: 'reset' },
  blank: { do: 'blank' },
  step: { do: 'step' },
}

function useNotesKeys(
  send: (command: Command) => void,
  state: StageState | null,
  goTo: RefObject<HTMLInputElement | null>,
): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isTextField(event.target)) return
      const isOnButton = event.target instanceof Element && event.target.closest('button') !== null
      if (event.key === ' ' && isOnButton) return
      const action = actionOf(event)
      if (action === null) return
      const command = COMMANDS[action]
      if (command) send(command)
      else if (action === 'go-to') goTo.current?.focus()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [send, state, goTo])
}
