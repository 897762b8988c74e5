// Joins the keys of the stage to what they do. Not from a text field, where they are text; not over an open dialog; and
// Space on a focused button presses it. From inside the app only a clicker's keys come through.
import { useEffect, useRef } from 'react'
import { isTextField } from '../../keys.ts'
import { useSession } from '../../store/session-context.tsx'
import { actionOf, type StageAction } from '../stage-keys.ts'

export function useStageKeys(act: (action: StageAction) => void): void {
  const session = useSession()
  const acting = useRef(act)
  useEffect(() => {
    acting.current = act
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTextField(event.target)) return
      if (document.querySelector('dialog[open]')) return
      const isPress = event.key === ' ' && isPressable(event.target)
      const action = isPress ? null : actionOf(event)
      if (action === null) return
      event.preventDefault()
      acting.current(action)
    }
    window.addEventListener('keydown', onKeyDown)
    const stopApp = session.onKey(({ key }) => {
      if (key === 'PageDown') acting.current('next')
      if (key === 'PageUp') acting.current('previous')
    })
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      stopApp()
    }
  }, [session])
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, summary, label') !== null
}
