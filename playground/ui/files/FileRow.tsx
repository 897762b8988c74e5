// One row of the file tree, with its menu for people who do not know the keys.
import type { ItemInstance } from '@headless-tree/core'
import {
  ChevronRight,
  Ellipsis,
  File,
  Folder,
  FolderOpen,
  Pencil,
  FilePlus,
  Trash2,
} from 'lucide-react'
import { copy } from '../copy.ts'
import { joinClasses } from '../controls/join-classes.ts'
import { Menu, MenuItem } from '../controls/Menu.tsx'
import { useViewStore, useWorkspace } from '../store/session-context.tsx'
import type { TreeEntry } from './tree-model.ts'
import styles from './files.module.css'

interface FileRowProps {
  readonly item: ItemInstance<TreeEntry>
  readonly isActive: boolean
}

const TOP_FOLDERS = new Set(['frontend', 'backend'])

export function FileRow({ item, isActive }: FileRowProps) {
  const { path, name, isFolder } = item.getItemData()
  const isChanged = useWorkspace(({ changed }) => changed.has(path))
  const { level } = item.getItemMeta()
  return (
    <div
      {...item.getProps()}
      className={joinClasses(styles.row, isActive && styles.active)}
      style={{ paddingInlineStart: 8 + level * 14 }}
      aria-label={isChanged ? `${name}, ${copy.files.changed}` : name}
    >
      <EntryIcon isFolder={isFolder} isOpen={isFolder && item.isExpanded()} />
      <span className={styles.rowText}>{name}</span>
      {isChanged && <span className={styles.dot} aria-hidden />}
      <FileActions path={path} isFolder={isFolder} />
    </div>
  )
}

function EntryIcon({ isFolder, isOpen }: { readonly isFolder: boolean; readonly isOpen: boolean }) {
  if (!isFolder) {
    return (
      <>
        <span className={styles.noChevron} />
        <File aria-hidden />
      </>
    )
  }
  return (
    <>
      <ChevronRight aria-hidden className={joinClasses(styles.chevron, isOpen && styles.open)} />
      {isOpen ? <FolderOpen aria-hidden /> : <Folder aria-hidden />}
    </>
  )
}

function FileActions({ path, isFolder }: { readonly path: string; readonly isFolder: boolean }) {
  const view = useViewStore()
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          tabIndex={-1}
          className={styles.rowActions}
          aria-label={copy.files.actions(path)}
          onClick={(event) => event.stopPropagation()}
        >
          <Ellipsis aria-hidden />
        </button>
      }
    >
      {isFolder && (
        <MenuItem
          icon={<FilePlus aria-hidden />}
          onSelect={() => view.openDialog({ type: 'new-file', folder: path })}
        >
          {copy.files.newFile}
        </MenuItem>
      )}
      <MenuItem
        icon={<Pencil aria-hidden />}
        disabled={TOP_FOLDERS.has(path)}
        onSelect={() => view.openDialog({ type: 'rename', path })}
      >
        {copy.files.rename}
      </MenuItem>
      <MenuItem
        icon={<Trash2 aria-hidden />}
        disabled={TOP_FOLDERS.has(path)}
        onSelect={() => view.openDialog({ type: 'remove', path })}
      >
        {copy.files.remove}
      </MenuItem>
    </Menu>
  )
}
