// What the page shows, apart from the session: open files, the pane in view, dialogs, the toast. Kept in memory; the
// narrow layout's view is also in the address (layout/use-view-in-address.ts).
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CodePlace } from '../../runtime/wire/learner-error.ts'

export const VIEWS = ['read', 'files', 'code', 'preview', 'wire'] as const
export type View = (typeof VIEWS)[number]

export const DOCK_TABS = ['wire', 'data', 'jar', 'console', 'terminal'] as const
export type DockTab = (typeof DOCK_TABS)[number]

export type Split = 'code' | 'preview' | 'both'

export type OpenDialog =
  | { readonly type: 'reset' }
  | { readonly type: 'reset-database' }
  | { readonly type: 'keys' }
  | { readonly type: 'share' }
  | { readonly type: 'solution' } // of a lesson's step
  | { readonly type: 'compare' } // with a lesson's step
  | { readonly type: 'new-file'; readonly folder: string }
  | { readonly type: 'rename'; readonly path: string }
  | { readonly type: 'remove'; readonly path: string }

export interface Toast {
  readonly id: number
  readonly text: string
  readonly undo: (() => void) | null
}

export interface Reveal extends CodePlace {
  /** Grows, so that the same place can be asked for twice. */
  readonly turn: number
}

export interface ViewState {
  readonly openFiles: readonly string[]
  readonly activeFile: string | null
  readonly reveal: Reveal | null
  readonly view: View
  readonly split: Split
  readonly dockTab: DockTab
  readonly dialog: OpenDialog | null
  readonly toast: Toast | null
  /** The polite live region. */
  readonly said: string
  readonly plainKeys: boolean
}

export interface ViewStore extends StoreApi<ViewState> {
  openFile(path: string): void
  closeFile(path: string): void
  /** Drops tabs of files that are gone; follows renamed ones. */
  keepFiles(exists: (path: string) => boolean, fallback: string | null): void
  goToPlace(place: CodePlace): void
  show(view: View): void
  showDock(tab: DockTab): void
  openDialog(dialog: OpenDialog | null): void
  say(text: string): void
  tell(text: string, undo?: () => void): void
  closeToast(): void
}

export function createViewStore(
  firstFile: string | null,
  { view, split }: Pick<ViewState, 'view' | 'split'> = { view: 'code', split: 'both' },
): ViewStore {
  const store = createStore<ViewState>(() => ({
    openFiles: firstFile === null ? [] : [firstFile],
    activeFile: firstFile,
    reveal: null,
    view,
    split,
    dockTab: 'wire',
    dialog: null,
    toast: null,
    said: '',
    plainKeys: true,
  }))
  let turns = 0
  const openFile = (path: string) =>
    store.setState(({ openFiles }) => ({
      activeFile: path,
      openFiles: openFiles.includes(path) ? openFiles : [...openFiles, path],
    }))
  const show = (view: View) =>
    store.setState(({ split }) => ({
      view,
      split: split !== 'both' && (view === 'code' || view === 'preview') ? view : split,
    }))
  return {
    ...store,
    openFile,
    closeFile: (path) => store.setState((state) => withoutFile(state, path)),
    keepFiles: (exists, fallback) =>
      store.setState((state) => keepExisting(state, exists, fallback)),
    goToPlace(place) {
      openFile(place.file)
      show('code')
      store.setState({ reveal: { ...place, turn: ++turns } })
    },
    show,
    showDock: (dockTab) => store.setState({ dockTab, view: 'wire' }),
    openDialog: (dialog) => store.setState({ dialog }),
    say: (said) => store.setState({ said }),
    tell: (text, undo) =>
      store.setState({ toast: { id: ++turns, text, undo: undo ?? null }, said: text }),
    closeToast: () => store.setState({ toast: null }),
  }
}

function withoutFile({ openFiles, activeFile }: ViewState, path: string): Partial<ViewState> {
  const place = openFiles.indexOf(path)
  const rest = openFiles.filter((open) => open !== path)
  return {
    openFiles: rest,
    activeFile: activeFile === path ? (rest[Math.min(place, rest.length - 1)] ?? null) : activeFile,
  }
}

function keepExisting(
  { openFiles, activeFile }: ViewState,
  exists: (path: string) => boolean,
  fallback: string | null,
): Partial<ViewState> {
  const kept = openFiles.filter(exists)
  const next = kept.length > 0 || fallback === null ? kept : [fallback]
  return {
    openFiles: next,
    activeFile: activeFile !== null && exists(activeFile) ? activeFile : (next.at(-1) ?? null),
  }
}
