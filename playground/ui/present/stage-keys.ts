// The keys of the stage, in one table: the handlers, the dialog on `?` and the notes window read it. A clicker sends
// PageDown and PageUp.

export type StageAction =
  | 'next'
  | 'previous'
  | 'reset'
  | 'go-to'
  | 'overview'
  | 'blank'
  | 'larger'
  | 'smaller'
  | 'wire'
  | 'step'
  | 'dark'
  | 'full-screen'
  | 'notes'
  | 'audience'
  | 'keys'
  | 'leave'

interface StageKey {
  readonly action: StageAction
  /** KeyboardEvent.key, letters in lower case. */
  readonly keys: readonly string[]
  readonly shown: readonly string[]
  readonly does: string
  /** The notes window sends it on as well. */
  readonly inNotes: boolean
}

export const STAGE_KEYS: readonly StageKey[] = [
  {
    action: 'next',
    keys: ['PageDown', ' ', 'ArrowRight', 'ArrowDown'],
    shown: ['PageDown', 'Space', '→', '↓'],
    does: 'Next beat; a clicker sends PageDown',
    inNotes: true,
  },
  {
    action: 'previous',
    keys: ['PageUp', 'ArrowLeft', 'ArrowUp'],
    shown: ['PageUp', '←', '↑'],
    does: 'Previous beat',
    inNotes: true,
  },
  {
    action: 'reset',
    keys: ['r'],
    shown: ['R'],
    does: 'Put everything back to this beat’s start',
    inNotes: true,
  },
  { action: 'go-to', keys: ['g'], shown: ['G'], does: 'Go to a beat by its number', inNotes: true },
  { action: 'overview', keys: ['o'], shown: ['O'], does: 'All beats', inNotes: false },
  { action: 'blank', keys: ['b', '.'], shown: ['B', '.'], does: 'Blank, and back', inNotes: true },
  { action: 'larger', keys: ['+', '='], shown: ['+'], does: 'Larger code', inNotes: false },
  { action: 'smaller', keys: ['-'], shown: ['−'], does: 'Smaller code', inNotes: false },
  { action: 'wire', keys: ['w'], shown: ['W'], does: 'The wire alone, and back', inNotes: false },
  {
    action: 'step',
    keys: ['s'],
    shown: ['S'],
    does: 'Step through: hold the requests, then let one go each time',
    inNotes: true,
  },
  { action: 'dark', keys: ['d'], shown: ['D'], does: 'Dark, and light', inNotes: false },
  { action: 'full-screen', keys: ['f'], shown: ['F'], does: 'Full screen', inNotes: false },
  {
    action: 'notes',
    keys: ['n'],
    shown: ['N'],
    does: 'Notes, in a window of their own',
    inNotes: false,
  },
  {
    action: 'audience',
    keys: ['a'],
    shown: ['A'],
    does: 'Address of this beat, with a QR code',
    inNotes: false,
  },
  { action: 'keys', keys: ['?'], shown: ['?'], does: 'This list', inNotes: false },
  {
    action: 'leave',
    keys: ['Escape'],
    shown: ['Esc'],
    does: 'Stop typing; leave the stage',
    inNotes: false,
  },
]

/** null for a key that means nothing here, or something to the browser. */
export function actionOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): StageAction | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return STAGE_KEYS.find(({ keys }) => keys.includes(key))?.action ?? null
}
