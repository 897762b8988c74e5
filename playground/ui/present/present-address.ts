// What presenter mode reads from the address, and what it writes into it: `?present`, `&ready`, `&notes=…`, `&embed`,
// `&beat=3`. The beat counts from 1, as people do.
import { EMBED } from '../bar/embedded.ts'

export const PRESENT = 'present'

export interface PresentAddress {
  readonly mode: 'stage' | 'ready' | 'notes'
  /** From 0. */
  readonly beat: number
  readonly isEmbedded: boolean
  /** Whose notes these are. */
  readonly stage: string | null
}

export function readPresentAddress(search: string): PresentAddress {
  const asked = new URLSearchParams(search)
  const stage = asked.get('notes')
  const beat = Number(asked.get('beat') ?? 1)
  return {
    mode: stage !== null ? 'notes' : asked.has('ready') ? 'ready' : 'stage',
    beat: Number.isInteger(beat) && beat > 0 ? beat - 1 : 0,
    isEmbedded: asked.has(EMBED),
    stage,
  }
}

/** The address of a beat on the stage; a reload comes back to it. */
export function stageSearch(beat: number, isEmbedded: boolean): string {
  return `?${PRESENT}${isEmbedded ? `&${EMBED}` : ''}${beat === 0 ? '' : `&beat=${beat + 1}`}`
}

export function notesSearch(stage: string): string {
  return `?${PRESENT}&notes=${stage}`
}

const KEY = 'both-ends.stage'

/** The name of this tab's stage: the notes window finds it again after a reload. */
export function findStageId(): string {
  try {
    const kept = sessionStorage.getItem(KEY)
    if (kept !== null && /^[a-z0-9]{4,}$/.test(kept)) return kept
    const made = makeId()
    sessionStorage.setItem(KEY, made)
    return made
  } catch {
    return makeId() // Site data is blocked: notes find the stage until it is loaded again.
  }
}

function makeId(): string {
  return crypto.randomUUID().slice(0, 8)
}
