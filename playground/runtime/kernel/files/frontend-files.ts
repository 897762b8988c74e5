// The learner's frontend as Next sees it: absolute paths from `/`, folders implied by files, Next's own writes kept
// apart. In memory only; where the files come from is the workspace's business.
import type { VirtualFiles } from '../contract.ts'
import { contentHash } from '../compiler/content-hash.ts'
import type { FileChanges, FileContent } from '../../wire/files.ts'

type EntryKind = 'file' | 'directory'

interface Written {
  readonly content: FileContent
  /** Next's incremental cache takes it for the time of the rendering. */
  readonly at: number
}

export class FrontendFiles implements VirtualFiles {
  /** Grows when a file appears or disappears: routes and Next's loaders depend on that alone. */
  listingVersion = 0
  /** Grows with every change. */
  contentVersion = 0
  private readonly files = new Map<string, FileContent>()
  private readonly written = new Map<string, Written>()
  private folders: Map<string, Map<string, EntryKind>> | null = null
  private keyedVersion = -1
  private lastKey = ''

  get(path: string): FileContent | undefined {
    return this.files.get(path)
  }

  /** Text of a file; bytes are decoded. */
  text(path: string): string | undefined {
    const content = this.files.get(path)
    return content instanceof Uint8Array ? new TextDecoder().decode(content) : content
  }

  has(path: string): boolean {
    return this.files.has(path)
  }

  paths(): IterableIterator<string> {
    return this.files.keys()
  }

  /** Says the same for the same set of paths, here and at build time. */
  listingKey(): string {
    if (this.keyedVersion !== this.listingVersion) {
      this.keyedVersion = this.listingVersion
      this.lastKey = contentHash([...this.files.keys()].sort().join('\n'))
    }
    return this.lastKey
  }

  /** @returns absolute paths whose content really changed */
  apply(changes: FileChanges): Set<string> {
    const changed = new Set<string>()
    for (const [relative, content] of Object.entries(changes)) {
      const path = `/${relative}`
      if (sameContent(this.files.get(path), content ?? undefined)) continue
      changed.add(path)
      if (content === null || !this.files.has(path)) this.listingVersion += 1
      if (content === null) this.files.delete(path)
      else this.files.set(path, content)
    }
    if (changed.size > 0) {
      this.folders = null
      this.contentVersion += 1
    }
    return changed
  }

  read(path: string): FileContent | undefined {
    return this.files.get(path) ?? this.written.get(path)?.content
  }

  kind(path: string): EntryKind | null {
    if (this.files.has(path) || this.written.has(path)) return 'file'
    return this.listing().has(path) ? 'directory' : null
  }

  list(path: string): (readonly [string, EntryKind])[] {
    return [...(this.listing().get(path) ?? [])]
  }

  write(path: string, content: FileContent | null): void {
    if (content === null) this.written.delete(path)
    else this.written.set(path, { content, at: Date.now() })
  }

  /** Milliseconds since 1970; 0 for the learner's own, whose time nobody kept. */
  modified(path: string): number {
    return this.written.get(path)?.at ?? 0
  }

  *writtenFiles(): Iterable<readonly [path: string, content: FileContent]> {
    for (const [path, { content }] of this.written) yield [path, content]
  }

  /** Drops what Next wrote (its incremental cache). */
  clearWritten(): void {
    this.written.clear()
  }

  private listing(): Map<string, Map<string, EntryKind>> {
    this.folders ??= listFolders(this.files.keys())
    return this.folders
  }
}

function sameContent(before: FileContent | undefined, after: FileContent | undefined): boolean {
  if (!(before instanceof Uint8Array) || !(after instanceof Uint8Array)) return before === after
  return before.length === after.length && before.every((byte, index) => byte === after[index])
}

function listFolders(paths: Iterable<string>): Map<string, Map<string, EntryKind>> {
  const folders = new Map<string, Map<string, EntryKind>>([['/', new Map()]])
  for (const path of paths) {
    const parts = path.split('/')
    for (let depth = 1; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join('/') || '/'
      const entries = folders.get(folder) ?? new Map<string, EntryKind>()
      folders.set(folder, entries)
      const isLast = depth === parts.length - 1
      if (!isLast || !entries.has(parts[depth] ?? ''))
        entries.set(parts[depth] ?? '', isLast ? 'file' : 'directory')
    }
  }
  return folders
}
