// The playground, mounted by the site on /play: the draft of the last visit over its starter, and window.bothEnds over
// the same session. Nothing of the engine runs before Run, or before the click on a reference page that opened this.
import type { ReactNode } from 'react'
import { createAutomation } from '../automation/create-automation.ts'
import { createEngine, prepareEngine } from '../runtime/engine/choose.ts'
import type { Draft } from '../runtime/workspace/draft.ts'
import { createStarterLoader, type LoadStarter } from '../runtime/workspace/load-starter.ts'
import type { Starter } from '../runtime/workspace/starter.ts'
import { DEFAULT_STARTER, openSession } from '../session/open-session.ts'
import type { PlaygroundSession } from '../session/session.ts'
import { applyAskedTheme, isDriven, isEmbedded, readOpen, readReference } from './bar/embedded.ts'
import { SHARED } from './bar/share-address.ts'
import { copy } from './copy.ts'
import { readEngineOfPage } from './engine/switching.ts'
import { PlaygroundFrame } from './PlaygroundFrame.tsx'

/** `/play?from=hello`; null when it names nothing of ours. */
function readAskedStarter(): string | null {
  const asked = new URLSearchParams(window.location.search).get('from')
  return asked !== null && Object.hasOwn(copy.starters, asked) ? asked : null
}

/** `/play#code=…`; null when there is none. What unpacks it comes with the first link, not before. */
async function readShared(): Promise<Draft | 'broken' | null> {
  const text = new URLSearchParams(window.location.hash.slice(1)).get(SHARED)
  if (text === null) return null
  const { parseShare } = await import('../runtime/workspace/share-link.ts')
  return parseShare(text) ?? 'broken'
}

/** Once used, it goes: a reload must continue what was made of the starter, not begin again. */
function forgetAsked(): void {
  const url = new URL(window.location.href)
  if (!url.searchParams.has('from') && !url.hash.startsWith(`#${SHARED}=`)) return
  url.searchParams.delete('from')
  url.searchParams.delete('open')
  if (url.hash.startsWith(`#${SHARED}=`)) url.hash = ''
  window.history.replaceState(window.history.state, '', url)
}

function loaderOf(folder: 'starters' | 'references'): LoadStarter {
  const load = createStarterLoader(new URL(`/${folder}/`, window.location.href).href)
  const open = readOpen()
  return async (name) => withOpen(await load(name), open)
}

/** A file that is not there is not opened (firstFile). */
function withOpen(starter: Starter, open: string | null): Starter {
  return open === null ? starter : { ...starter, open }
}

async function openProductSession(): Promise<PlaygroundSession> {
  applyAskedTheme()
  if (isDriven()) return openForParent()
  const reference = readReference()
  return reference === null ? openWork() : openReference(reference)
}

/** The page around this frame drives it: it begins anew, and nothing of it is kept. What answers that page loads only here. */
async function openForParent(): Promise<PlaygroundSession> {
  const { openDriven } = await import('./driven/open-driven.ts')
  const loadStarter = loaderOf('starters')
  return openDriven((given) =>
    openSession({
      createEngine,
      loadStarter: async (name) =>
        given === null ? loadStarter(name) : withOpen(given, readOpen()),
      starter: readAskedStarter() ?? DEFAULT_STARTER,
      anew: true,
      isKept: false,
    }),
  )
}

/** It was asked for by a click on the page around it, and the files are ours: it begins at once, and always the same. */
async function openReference(name: string): Promise<PlaygroundSession> {
  const opening = openSession({
    createEngine,
    loadStarter: loaderOf('references'),
    starter: name,
    keptAs: 'reference',
    anew: true,
  })
  window.bothEnds = createAutomation(() => opening)
  const session = await opening
  // A start that fails is in the session's status, and the preview says it.
  session.start().catch(() => undefined)
  return session
}

async function openWork(): Promise<PlaygroundSession> {
  const asked = readAskedStarter()
  const opening = Promise.all([readShared(), readEngineOfPage()]).then(async ([shared, engine]) => {
    const session = await openSession({
      createEngine,
      ...engine,
      loadStarter: loaderOf('starters'),
      starter: asked ?? DEFAULT_STARTER,
      asked,
      shared,
      // What a reader does in a frame must not come over their own work.
      ...(isEmbedded() ? { keptAs: 'embed' } : { prepareEngine }),
    })
    engine.goOn(session)
    return session
  })
  // Before the session is there, so that a program may call at once and wait.
  window.bothEnds = createAutomation(() => opening)
  const session = await opening
  forgetAsked()
  return session
}

export interface PlaygroundProps {
  /** What the site adds to the bar: its colour-scheme switch. */
  readonly trailing?: ReactNode
}

export function Playground({ trailing }: PlaygroundProps) {
  return <PlaygroundFrame openSession={openProductSession} trailing={trailing} />
}
