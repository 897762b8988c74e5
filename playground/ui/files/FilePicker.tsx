// Below 1280 px the tree is a listbox: every file of the workspace, grouped by folder, and a menu for the rest.
import { Ellipsis, FilePlus, Pencil, Trash2 } from 'lucide-react'
import { memo, useMemo } from 'react'
import { copy } from '../copy.ts'
import { IconButton } from '../controls/Button.tsx'
import { Menu, MenuItem } from '../controls/Menu.tsx'
import { usePaths, useView, useViewStore, useWorkspace } from '../store/session-context.tsx'
import { baseName, folderOf } from '../../runtime/workspace/path.ts'
import { createTreeModel, ROOT_ID } from './tree-model.ts'
import styles from './files.module.css'

export const FilePicker = memo(function FilePicker() {
  const paths = usePaths()
  const changed = useWorkspace((state) => state.changed)
  const active = useView((state) => state.activeFile)
  const view = useViewStore()
  const groups = useMemo(() => groupByFolder(paths), [paths])
  return (
    <div className={styles.picker}>
      <select
        aria-label={copy.files.open}
        className={styles.select}
        value={active ?? ''}
        onChange={({ target }) => view.openFile(target.value)}
      >
        {active === null && <option value="">{copy.editor.none}</option>}
        {groups.map(([folder, paths]) => (
          <optgroup key={folder} label={folder}>
            {paths.map((path) => (
              <option key={path} value={path}>
                {baseName(path)}
                {changed.has(path) ? ' ●' : ''}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {active !== null && <span className={styles.where}>{folderOf(active)}</span>}
      <PickerActions path={active} />
    </div>
  )
})

function PickerActions({ path }: { readonly path: string | null }) {
  const view = useViewStore()
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          label={copy.files.actions(path ?? copy.panes.files)}
          icon={<Ellipsis aria-hidden />}
        />
      }
    >
      <MenuItem
        icon={<FilePlus aria-hidden />}
        onSelect={() =>
          view.openDialog({ type: 'new-file', folder: folderOf(path ?? '') || 'frontend/app' })
        }
      >
        {copy.files.newFile}
      </MenuItem>
      {path !== null && (
        <>
          <MenuItem
            icon={<Pencil aria-hidden />}
            onSelect={() => view.openDialog({ type: 'rename', path })}
          >
            {copy.files.rename}
          </MenuItem>
          <MenuItem
            icon={<Trash2 aria-hidden />}
            onSelect={() => view.openDialog({ type: 'remove', path })}
          >
            {copy.files.remove}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}

function groupByFolder(all: readonly string[]): (readonly [folder: string, paths: string[]])[] {
  const model = createTreeModel(all)
  const groups: (readonly [string, string[]])[] = []
  const visit = (folder: string) => {
    const children = model.childrenOf(folder)
    const own = children.filter((path) => !model.find(path).isFolder)
    if (own.length > 0) groups.push([folder, own])
    for (const path of children) if (model.find(path).isFolder) visit(path)
  }
  visit(ROOT_ID)
  return groups
}
