import { expect, test } from 'vitest'
import { createViewStore } from './view-store.ts'

test('closing the file in view shows its neighbour; closing another changes nothing in view', () => {
  const view = createViewStore('a')
  view.openFile('b')
  view.openFile('c')
  view.openFile('b')
  view.closeFile('b')
  expect(view.getState()).toMatchObject({ openFiles: ['a', 'c'], activeFile: 'c' })
  view.closeFile('a')
  expect(view.getState().activeFile).toBe('c')
})

test('files that are gone lose their place, and something stays open', () => {
  const view = createViewStore('a')
  view.openFile('b')
  view.keepFiles((path) => path === 'a', 'a')
  expect(view.getState()).toMatchObject({ openFiles: ['a'], activeFile: 'a' })
  view.keepFiles(() => false, 'new')
  expect(view.getState()).toMatchObject({ openFiles: ['new'], activeFile: 'new' })
})

test('going to a place opens the file and shows the code, twice the same place too', () => {
  const view = createViewStore(null)
  view.show('preview')
  view.goToPlace({ file: 'backend/main.py', line: 3, column: 1 })
  const first = view.getState().reveal?.turn
  view.goToPlace({ file: 'backend/main.py', line: 3, column: 1 })
  expect(view.getState()).toMatchObject({ activeFile: 'backend/main.py', view: 'code' })
  expect(view.getState().reveal?.turn).not.toBe(first)
})

test('side by side stays so when a pane is asked for; a single pane gives way', () => {
  const view = createViewStore(null)
  view.show('preview')
  expect(view.getState().split).toBe('both')
  view.setState({ split: 'code' })
  view.show('preview')
  expect(view.getState().split).toBe('preview')
})
