// The keys of the playground, in one table: the handlers, the dialog on `?` and the docs read it.
// `press` is tinykeys' notation; `$mod` is Ctrl, on a Mac Cmd.

export type KeyAction =
  | 'next-pane'
  | 'previous-pane'
  | 'run'
  | 'save'
  | 'show-keys'
  | 'go-read'
  | 'next-step'
  | 'previous-step'
  | 'go-files'
  | 'go-code'
  | 'go-preview'
  | 'go-wire'

export interface KeyEntry {
  readonly action: KeyAction | null // null: another part handles it; it is listed for people
  readonly press: readonly string[]
  /** As people write it. */
  readonly shown: readonly string[]
  readonly does: string
  readonly where: string
  /** Only on the page of a lesson, or only on the playground's; on both when left out. */
  readonly only?: 'lesson' | 'playground'
  /** A plain letter: never from inside a text field, and it can be switched off. */
  readonly plain: boolean
}

const anywhere = 'anywhere'
const outside = 'outside text fields'

const KEYS: readonly KeyEntry[] = [
  {
    action: 'run',
    press: ['$mod+Enter'],
    shown: ['Ctrl/Cmd+Enter'],
    does: 'Run, or reload the preview',
    where: 'anywhere, the editor too',
    only: 'playground',
    plain: false,
  },
  {
    action: 'run',
    press: ['$mod+Enter'],
    shown: ['Ctrl/Cmd+Enter'],
    does: 'Run the checks',
    where: 'anywhere, the editor too',
    only: 'lesson',
    plain: false,
  },
  {
    action: 'next-pane',
    press: ['F6'],
    shown: ['F6'],
    does: 'Next pane',
    where: anywhere,
    plain: false,
  },
  {
    action: 'previous-pane',
    press: ['Shift+F6'],
    shown: ['Shift+F6'],
    does: 'Previous pane',
    where: anywhere,
    plain: false,
  },
  {
    action: 'save',
    press: ['$mod+s'],
    shown: ['Ctrl/Cmd+S'],
    does: 'Says that it is saved as you type',
    where: anywhere,
    plain: false,
  },
  {
    action: 'go-files',
    press: ['g f'],
    shown: ['g', 'f'],
    does: 'Go to Files',
    where: outside,
    only: 'playground',
    plain: true,
  },
  {
    action: 'go-read',
    press: ['g r'],
    shown: ['g', 'r'],
    does: 'Go to Read',
    where: outside,
    only: 'lesson',
    plain: true,
  },
  {
    action: 'next-step',
    press: ['g n'],
    shown: ['g', 'n'],
    does: 'Next step',
    where: outside,
    only: 'lesson',
    plain: true,
  },
  {
    action: 'previous-step',
    press: ['g p'],
    shown: ['g', 'p'],
    does: 'Previous step',
    where: outside,
    only: 'lesson',
    plain: true,
  },
  {
    action: 'go-code',
    press: ['g c'],
    shown: ['g', 'c'],
    does: 'Go to Code',
    where: outside,
    plain: true,
  },
  {
    action: 'go-preview',
    press: ['g v'],
    shown: ['g', 'v'],
    does: 'Go to Preview',
    where: outside,
    plain: true,
  },
  {
    action: 'go-wire',
    press: ['g w'],
    shown: ['g', 'w'],
    does: 'Go to Wire',
    where: outside,
    plain: true,
  },
  {
    action: 'show-keys',
    press: ['Shift+?', '?'],
    shown: ['?'],
    does: 'This list',
    where: outside,
    plain: true,
  },
  {
    action: null,
    press: [],
    shown: ['Esc', 'Tab'],
    does: 'Leave the editor',
    where: 'editor',
    plain: false,
  },
  {
    action: null,
    press: [],
    shown: ['F1'],
    does: 'List of the editor’s commands',
    where: 'editor',
    plain: false,
  },
  {
    action: null,
    press: [],
    shown: ['F12'],
    does: 'Go to the definition',
    where: 'editor, TypeScript',
    plain: false,
  },
  {
    action: null,
    press: [],
    shown: ['Ctrl/Cmd+.'],
    does: 'Quick fix',
    where: 'editor',
    plain: false,
  },
  {
    action: null,
    press: [],
    shown: ['Shift+Alt+F'],
    does: 'Format the file',
    where: 'editor',
    plain: false,
  },
  { action: null, press: [], shown: ['F2'], does: 'Rename', where: 'files', plain: false },
  {
    action: null,
    press: [],
    shown: ['Delete'],
    does: 'Delete, after asking',
    where: 'files',
    plain: false,
  },
  {
    action: null,
    press: [],
    shown: ['Enter'],
    does: 'Open; in the wire, show the detail',
    where: 'files, wire',
    plain: false,
  },
  {
    action: null,
    press: [],
    shown: ['↑', '↓', '←', '→'],
    does: 'Move, close, open',
    where: 'files, wire',
    plain: false,
  },
  {
    action: null,
    press: [],
    shown: ['Esc'],
    does: 'Back to the list',
    where: 'wire',
    plain: false,
  },
  {
    action: null,
    press: [],
    shown: ['Arrows', 'Home', 'End'],
    does: 'Move the splitter',
    where: 'splitters',
    plain: false,
  },
]

/** The keys that mean something on a page. */
export function keysOf(page: 'lesson' | 'playground'): readonly KeyEntry[] {
  return KEYS.filter(({ only }) => only === undefined || only === page)
}

/** True where plain letters are text, so shortcuts must not fire. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    /^(input|textarea|select)$/i.test(target.tagName) ||
    target.closest('.monaco-editor') !== null
  )
}
