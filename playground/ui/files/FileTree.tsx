// The workspace's files as a tree: arrows, Home, End and letters move; Enter opens, F2 renames, Delete asks.
import { hotkeysCoreFeature, selectionFeature, syncDataLoaderFeature } from '@headless-tree/core'
import { useTree } from '@headless-tree/react'
import { FilePlus } from 'lucide-react'
import { useEffect, useLayoutEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { copy } from '../copy.ts'
import { IconButton } from '../controls/Button.tsx'
import { usePaths, useView, useViewStore } from '../store/session-context.tsx'
import { folderOf } from '../../runtime/workspace/path.ts'
import { FileRow } from './FileRow.tsx'
import { createTreeModel, foldersAbove, ROOT_ID, type TreeEntry } from './tree-model.ts'
import styles from './files.module.css'

export function FileTree() {
  const view = useViewStore()
  const active = useView((state) => state.activeFile)
  const tree = useFileTree()
  const onKeyDown = (event: KeyboardEvent) => {
    const entry = tree.getFocusedItem()?.getItemData()
    if (!entry || event.ctrlKey || event.metaKey || event.altKey) return
    const isFixed = !entry.path.includes('/') // frontend and backend themselves
    if (event.key === 'F2' && !isFixed) view.openDialog({ type: 'rename', path: entry.path })
    else if (event.key === 'Delete' && !isFixed)
      view.openDialog({ type: 'remove', path: entry.path })
    else if (/^[\p{L}\p{N}._[(]$/u.test(event.key)) focusByLetter(tree, event.key)
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        <span>{copy.panes.files}</span>
        <IconButton
          small
          label={copy.files.newFile}
          icon={<FilePlus aria-hidden />}
          onClick={() =>
            view.openDialog({ type: 'new-file', folder: folderOf(active ?? '') || 'frontend/app' })
          }
        />
      </div>
      <div
        role="tree"
        tabIndex={-1}
        {...tree.getContainerProps(copy.files.tree)}
        className={styles.tree}
        onKeyDown={onKeyDown}
      >
        {tree.getItems().map((item) => (
          <FileRow key={item.getKey()} item={item} isActive={item.getId() === active} />
        ))}
      </div>
    </div>
  )
}

function useFileTree() {
  const paths = usePaths()
  const view = useViewStore()
  const active = useView((state) => state.activeFile)
  const model = useMemo(() => createTreeModel(paths), [paths])
  const latest = useRef(model)
  useLayoutEffect(() => {
    latest.current = model
  })
  const tree = useTree<TreeEntry>({
    rootItemId: ROOT_ID,
    getItemName: (item) => item.getItemData().name,
    isItemFolder: (item) => item.getItemData().isFolder,
    dataLoader: {
      getItem: (path) => latest.current.find(path),
      getChildren: (path) => latest.current.childrenOf(path),
    },
    initialState: { expandedItems: firstFolders(active), focusedItem: active ?? 'frontend' },
    onPrimaryAction(item) {
      if (!item.isFolder()) view.openFile(item.getId())
    },
    features: [syncDataLoaderFeature, selectionFeature, hotkeysCoreFeature],
  })
  useEffect(() => tree.rebuildTree(), [tree, paths])
  useEffect(() => {
    if (active === null) return
    // A file that was opened from elsewhere shows where it lies.
    for (const folder of foldersAbove(active)) {
      if (latest.current.find(folder).isFolder) tree.getItemInstance(folder).expand()
    }
  }, [tree, active])
  return tree
}

function firstFolders(active: string | null): string[] {
  return [
    ...new Set([
      'frontend',
      'frontend/app',
      'backend',
      'backend/app',
      ...foldersAbove(active ?? ''),
    ]),
  ]
}

function focusByLetter(tree: ReturnType<typeof useFileTree>, letter: string): void {
  const items = tree.getItems()
  const from = items.findIndex((item) => item.isFocused())
  const ordered = [...items.slice(from + 1), ...items.slice(0, from + 1)]
  const found = ordered.find((item) =>
    item.getItemName().toLowerCase().startsWith(letter.toLowerCase()),
  )
  found?.setFocused()
  tree.updateDomFocus()
}
