// Files as a tree: which folders there are and what lies in each, folders first. No React.
import { baseName, folderOf } from '../../runtime/workspace/path.ts'

export const ROOT_ID = '.'

export interface TreeEntry {
  readonly path: string
  readonly name: string
  readonly isFolder: boolean
}

export interface TreeModel {
  find(path: string): TreeEntry
  /** Paths below a folder, folders first, then by name. */
  childrenOf(path: string): string[]
  readonly folders: readonly string[]
}

export function createTreeModel(paths: readonly string[]): TreeModel {
  const children = new Map<string, Set<string>>([[ROOT_ID, new Set()]])
  const place = (path: string) => {
    const folder = folderOf(path) || ROOT_ID
    if (!children.has(folder)) {
      children.set(folder, new Set())
      place(folder)
    }
    children.get(folder)?.add(path)
  }
  for (const path of paths) place(path)
  const isFolder = (path: string) => children.has(path)
  const compare = (left: string, right: string) =>
    Number(isFolder(right)) - Number(isFolder(left)) ||
    Number(right === 'frontend') - Number(left === 'frontend') ||
    left.localeCompare(right)
  return {
    find: (path) => ({
      path,
      name: path === ROOT_ID ? '' : baseName(path),
      isFolder: isFolder(path),
    }),
    childrenOf: (path) => [...(children.get(path) ?? [])].sort(compare),
    folders: [...children.keys()].filter((path) => path !== ROOT_ID),
  }
}

/** The folders above a path, outermost first. */
export function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
