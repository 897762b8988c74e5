// The workspace: a starter's files and the learner's edits over them. Runs anywhere, keeps everything in memory.
// It does not save (save.ts), does not talk to an engine (playground/session), and knows no editor.
import type { FileChanges, FileContent, Files } from '../wire/files.ts'
import type { Readable } from './readable.ts'
import type { Starter } from './starter.ts'

export type SaveState =
  | 'saved'
  | 'unsaved' // typed less than half a second ago
  | 'failed' // the browser does not keep it: private window or full storage

/** An earlier version of the files, kept when they are reset, replaced or restored. */
export interface Version {
  readonly id: string
  /** Milliseconds since the epoch: when it was put away. */
  readonly time: number
  readonly starter: string | null
  /** How many files differed from the starter. */
  readonly changedCount: number
}

export interface WorkspaceState {
  readonly starter: Starter
  /** Everything: starter files with the edits applied. */
  readonly files: Files
  /** Paths that differ from the starter: written, added, or (of a starter file) removed. */
  readonly changed: ReadonlySet<string>
  readonly saving: SaveState
  /** Newest first, at most 20. */
  readonly versions: readonly Version[]
}

export type WorkspaceChange =
  | { readonly type: 'written'; readonly changes: FileChanges }
  | {
      readonly type: 'replaced'
      readonly files: Files
      readonly starter: string | null
      /** What the app shows then; its front page when left out. */
      readonly path?: string
    }

export interface Workspace extends Readable<WorkspaceState> {
  read(path: string): FileContent | null
  /** Throws FailureError `bad-input` for a path outside `frontend/` and `backend/`. */
  write(changes: FileChanges): void
  /** A file or a folder, with all below it. Throws FailureError `bad-input` when the new path is taken. */
  rename(from: string, to: string): void
  /** Begins from another starter. The files of now become a version when they differ from theirs. */
  replace(starter: Starter): void
  /** Goes on to another starter with these files, which hold all that was written: no version is kept. */
  carry(starter: Starter, files: Files): void
  /** Puts the files back to the starter's. The answer is the version for Undo; null when nothing was changed. */
  reset(): Version | null
  /** Brings an earlier version back; rejects with FailureError `bad-input` for an unknown id. */
  restore(version: string): Promise<void>
  /** What happened to the files, for the engine and the editor. */
  onChange(listener: (change: WorkspaceChange) => void): () => void
}
