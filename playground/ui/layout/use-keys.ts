// Joins the key table (keys.ts) to what it does. On the window and before Monaco sees the key, so that Ctrl/Cmd+Enter
// runs from the editor too; plain letters never from a text field.
import { useEffect, type RefObject } from 'react'
import { tinykeys } from 'tinykeys'
import { isDriven } from '../bar/embedded.ts'
import { copy } from '../copy.ts'
import { isTextField, keysOf, type KeyAction } from '../keys.ts'
import { useSession, useViewStore } from '../store/session-context.tsx'
import type { PlaygroundSession } from '../../session/session.ts'
import type { ViewStore } from '../store/view-store.ts'
import { focusNextPane, focusPaneNamed } from './pane-focus.ts'

interface Acting {
  readonly session: PlaygroundSession
  readonly view: ViewStore
  readonly root: HTMLElement
  /** What a lesson does of its own; null in the playground. */
  readonly lesson: LessonActions | null
}

export interface LessonActions {
  runChecks(): void
  /** 1 for the next step, -1 for the one before. */
  moveStep(by: 1 | -1): void
}

/** `lesson` must stay the same object from one render to the next. */
export function useKeys(root: RefObject<HTMLElement | null>, lesson: LessonActions | null): void {
  const session = useSession()
  const view = useViewStore()
  useEffect(() => {
    if (!root.current) return undefined
    const acting = { session, view, lesson, root: root.current }
    // By itself tinykeys passes over text fields, and Monaco is one but in Chromium. Which keys mean something there is
    // for the table to say.
    const ignore = (event: KeyboardEvent) => event.repeat || event.isComposing
    const stopKeys = tinykeys(window, toBindings(acting), { capture: true, ignore })
    const stopApp = session.onKey(
      ({ key, shift }) => key === 'F6' && act(shift ? 'previous-pane' : 'next-pane', acting),
    )
    return () => {
      stopKeys()
      stopApp()
    }
  }, [root, session, view, lesson])
}

function toBindings(acting: Acting): Record<string, (event: KeyboardEvent) => void> {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {}
  for (const { action, press, plain } of keysOf(acting.lesson ? 'lesson' : 'playground')) {
    if (action === null) continue
    for (const keys of press) {
      bindings[keys] = (event) => {
        if (plain && (isTextField(event.target) || !acting.view.getState().plainKeys)) return
        // react-resizable-panels moves between its own splitters with F6.
        if (
          event.key === 'F6' &&
          event.target instanceof Element &&
          event.target.closest('[role="separator"]')
        )
          return
        if (acting.view.getState().dialog !== null) return
        event.preventDefault()
        event.stopPropagation()
        act(action, acting)
      }
    }
  }
  return bindings
}

function act(action: KeyAction, acting: Acting): void {
  const { session, view, root, lesson } = acting
  const say = (name: string | null) => name !== null && view.say(copy.panes.moved(name))
  switch (action) {
    case 'run':
      return lesson ? lesson.runChecks() : runOrReload(session)
    case 'next-step':
      return lesson?.moveStep(1)
    case 'previous-step':
      return lesson?.moveStep(-1)
    case 'save':
      return view.say(isDriven() ? copy.bar.notKept : copy.editor.saveIsAutomatic)
    case 'show-keys':
      return view.openDialog({ type: 'keys' })
    case 'next-pane':
    case 'previous-pane':
      return void say(focusNextPane(root, action === 'previous-pane'))
    case 'go-read':
    case 'go-files':
    case 'go-code':
    case 'go-preview':
    case 'go-wire':
      return goTo(action, acting)
    default:
      return action satisfies never
  }
}

const GO = {
  'go-read': 'read',
  'go-files': 'files',
  'go-code': 'code',
  'go-preview': 'preview',
  'go-wire': 'wire',
} as const

function goTo(action: keyof typeof GO, { view, root }: Acting): void {
  if (action === 'go-wire') view.showDock('wire')
  else view.show(GO[action])
  // After React has drawn the view: in the narrow layout it was not there before.
  requestAnimationFrame(() => {
    const name = focusPaneNamed(root, GO[action])
    if (name !== null) view.say(copy.panes.moved(name))
  })
}

function runOrReload(session: PlaygroundSession): void {
  const work =
    session.status.get().engine === 'running'
      ? session.settle().then(() => session.move('reload'))
      : session.start()
  work.catch(() => undefined) // The status tells what failed.
}
