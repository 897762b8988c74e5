// The stage's side of the notes window: tells it everything, does what it asks, and opens it.
import { useCallback, useEffect, useRef, useState } from 'react'
import {
  openNotesChannel,
  type Command,
  type NotesChannel,
} from '../../../present/notes-channel.ts'
import type { StageRun } from '../../../present/stage-run.ts'
import { findStageId, notesSearch } from '../present-address.ts'

export function useNotes(run: StageRun, isEmbedded: boolean): () => void {
  const [id] = useState(findStageId)
  const channel = useRef<NotesChannel | null>(null)
  useEffect(() => {
    // In a frame there is no notes window: its storage is apart, and so are its channels.
    if (isEmbedded) return undefined
    const tell = () => opened.send({ type: 'state', state: run.get() })
    const opened = openNotesChannel(id, {
      onHello: tell,
      onCommand: (command) => obey(run, command),
    })
    channel.current = opened
    tell()
    const stop = run.subscribe(tell)
    const leave = () => opened.send({ type: 'bye' })
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      stop()
      opened.close()
    }
  }, [run, id, isEmbedded])
  return useCallback(() => {
    window.open(notesSearch(id), `both-ends-notes-${id}`, 'popup,width=1100,height=760')
  }, [id])
}

function obey(run: StageRun, command: Command): void {
  switch (command.do) {
    case 'move':
      return void run.move(command.by)
    case 'goTo':
      return void run.goTo(command.beat)
    case 'reset':
      return void run.reset()
    case 'blank':
      return run.setBlank(!run.get().isBlank)
    case 'step':
      return void run.step().catch(() => undefined)
    case 'timer':
      return run.toggleTimer()
    default:
      return command satisfies never
  }
}
