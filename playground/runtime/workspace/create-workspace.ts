// Makes a workspace (workspace.ts says what one is). Runs on the site's page and in Node tests: the stores are given.
import { createFailure, FailureError } from '../wire/failure.ts'
import type { FileChanges, FileContent, Files } from '../wire/files.ts'
import { formatDraft, type Draft, type DraftStore } from './draft.ts'
import { applyChanges, diffFiles, effectiveChanges, isSameContent } from './overlay.ts'
import { checkPath } from './path.ts'
import { createReadable, type Writable } from './readable.ts'
import { createSaving } from './saving.ts'
import { compiledName, starterTitle, type Starter } from './starter.ts'
import { toListedVersion, VERSION_LIMIT, type KeptVersion, type VersionStore } from './versions.ts'
import type { Version, Workspace, WorkspaceChange, WorkspaceState } from './workspace.ts'

export interface WorkspaceOptions {
  readonly starter: Starter
  /** Edits of an earlier visit. */
  readonly edits: FileChanges
  readonly draft: DraftStore
  readonly versions: VersionStore
  /** Read by the caller before, so that making a workspace waits for nothing. */
  readonly keptVersions: readonly KeptVersion[]
}

export interface OwnedWorkspace extends Workspace {
  /** Saves what waits: called when the page goes away. */
  flush(): void
}

export function createWorkspace(options: WorkspaceOptions): OwnedWorkspace {
  const { starter } = options
  const files = applyChanges(starter.files, options.edits)
  const state = createReadable<WorkspaceState>({
    starter,
    files,
    changed: new Set(Object.keys(diffFiles(starter.files, files))),
    saving: 'saved',
    versions: options.keptVersions.map(toListedVersion),
  })
  const update = (part: Partial<WorkspaceState>) => state.set({ ...state.get(), ...part })
  const saving = createSaving(
    options.draft,
    () => formatDraft(toDraft(state.get())),
    (saved) => update({ saving: saved }),
  )
  const kept = createKept(options, update)
  const listeners = new Set<(change: WorkspaceChange) => void>()
  const tell = (change: WorkspaceChange) => {
    saving.touch()
    for (const listener of [...listeners]) listener(change)
  }
  const write = (changes: FileChanges) => {
    for (const [path, content] of Object.entries(changes)) if (content !== null) checkPath(path)
    const effective = effectiveChanges(state.get().files, changes)
    if (Object.keys(effective).length === 0) return
    refuseFolderClash(applyChanges(state.get().files, effective))
    update(withChanges(state.get(), effective))
    tell({ type: 'written', changes: effective })
  }
  const begin = (next: Starter, nextFiles: Files, path?: string) => {
    const changed = new Set(Object.keys(diffFiles(next.files, nextFiles)))
    update({ starter: next, files: nextFiles, changed })
    const where = path === undefined ? {} : { path }
    tell({ type: 'replaced', files: nextFiles, starter: compiledName(next), ...where })
  }
  const replaceAll = (next: Starter, nextFiles: Files): Version | null => {
    const version = kept.putAway(state.get())
    begin(next, nextFiles)
    return version
  }
  return {
    get: state.get,
    subscribe: state.subscribe,
    flush: saving.flush,
    read: (path) => state.get().files[path] ?? null,
    write,
    rename: (from, to) => write(renameChanges(state.get().files, from, to)),
    replace: (next) => void replaceAll(next, next.files),
    carry: (next, nextFiles) => begin(next, nextFiles, next.path),
    reset: () => replaceAll(state.get().starter, state.get().starter.files),
    async restore(id) {
      const version = kept.find(id)
      if (!version) throw badInput('restore', 'That version is not kept any more.')
      replaceAll(version.from, version.files)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function badInput(stage: string, message: string): FailureError {
  return new FailureError(createFailure(stage, 'bad-input', message))
}

/** A file cannot lie where a folder is. */
function refuseFolderClash(files: Files): void {
  const paths = new Set(Object.keys(files))
  for (const path of paths) {
    for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
      const folder = path.slice(0, cut)
      if (paths.has(folder))
        throw badInput('write', `“${folder}” is a file, so “${path}” cannot be inside it.`)
    }
  }
}

function withChanges(
  { starter, files, changed }: WorkspaceState,
  changes: FileChanges,
): Partial<WorkspaceState> {
  const next = new Set(changed)
  for (const [path, content] of Object.entries(changes)) {
    if (isSameContent(content ?? undefined, starter.files[path])) next.delete(path)
    else next.add(path)
  }
  // The same set while the same files differ: most keys change no more than one file's text.
  const isSame = next.size === changed.size && [...next].every((path) => changed.has(path))
  return { files: applyChanges(files, changes), changed: isSame ? changed : next }
}

function renameChanges(files: Files, from: string, to: string): FileChanges {
  const changes: Record<string, FileContent | null> = {}
  for (const [path, content] of Object.entries(files)) {
    if (path !== from && !path.startsWith(`${from}/`)) continue
    const target = to + path.slice(from.length)
    if (target === path) continue
    if (target in files) throw badInput('rename', `“${target}” exists already.`)
    changes[path] = null
    changes[target] = content
  }
  return changes
}

/** The work as it is kept, and as a link holds it. */
export function toDraft({ starter, files }: Pick<WorkspaceState, 'starter' | 'files'>): Draft {
  const from =
    starter.name === null ? { files: starter.files, path: starter.path } : { name: starter.name }
  return { from, edits: diffFiles(starter.files, files) }
}

interface Kept {
  /** Keeps the files when they differ from their starter; the answer is their version. */
  putAway(state: WorkspaceState): Version | null
  find(id: string): KeptVersion | undefined
}

function createKept(
  options: WorkspaceOptions,
  update: Writable<Partial<WorkspaceState>>['set'],
): Kept {
  let kept = options.keptVersions
  return {
    find: (id) => kept.find((version) => version.id === id),
    putAway({ starter, files, changed }) {
      if (changed.size === 0 && starter.name !== null) return null
      const version: KeptVersion = {
        id: crypto.randomUUID(),
        time: Date.now(),
        starter: starterTitle(starter),
        changedCount: changed.size,
        from: starter,
        files,
      }
      kept = [version, ...kept].slice(0, VERSION_LIMIT)
      update({ versions: kept.map(toListedVersion) })
      // Not awaited: Undo works from memory; a browser that keeps nothing is reported by the draft's own save.
      options.versions.write(kept).catch(() => undefined)
      return toListedVersion(version)
    },
  }
}
