import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { LearnerError } from '../../wire/learner-error.ts'
import { createDevSocket } from './dev-socket.ts'
import type { SocketFrame } from './frames.ts'
import type { ContainerToPage } from './page-messages.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const BROKEN = { message: './app/page.tsx:3:5\n× Unexpected token' }

function open() {
  const toNext: SocketFrame[] = []
  const toPages: ContainerToPage[] = []
  const told: (readonly LearnerError[])[] = []
  const socket = createDevSocket({
    send: (frame) => toNext.push(frame),
    tellPages: (message) => toPages.push(message),
    onErrors: (errors) => told.push(errors),
  })
  const say = (id: string, message: object) =>
    socket.takeFromNext({ type: 'said', id, text: JSON.stringify(message) })
  const openPage = (id: string) =>
    socket.takeFromPage({ type: 'open', socket: id, path: '/_next/webpack-hmr' })
  return { socket, toNext, toPages, told, say, openPage }
}

describe('what passes', () => {
  test('goes both ways unread, text as text and bytes as bytes', () => {
    const { socket, toNext, toPages, say, openPage } = open()
    openPage('a')
    socket.takeFromPage({ type: 'say', socket: 'a', text: '{"event":"ping"}' })
    say('a', { type: 'pong' })
    socket.takeFromNext({ type: 'said', id: 'a', bytes: btoa('\u0001\u00ff') })
    expect(toNext).toEqual([
      { type: 'socket', id: 'a', path: '/_next/webpack-hmr' },
      { type: 'say', id: 'a', text: '{"event":"ping"}' },
    ])
    expect(toPages).toEqual([
      { type: 'said', socket: 'a', said: '{"type":"pong"}' },
      { type: 'said', socket: 'a', said: new Uint8Array([1, 255]).buffer },
    ])
  })

  test('of a page that is left ends with it', () => {
    const { toNext, toPages, say, openPage } = open()
    openPage('a')
    openPage('b')
    say('a', { type: 'built', errors: [BROKEN] })
    expect(toNext).toContainEqual({ type: 'socket-end', id: 'a' })
    expect(toPages).toEqual([])
  })

  test('is closed for the page when Next closes it', () => {
    const { socket, toPages, openPage } = open()
    openPage('a')
    socket.takeFromNext({ type: 'socket-end', id: 'a' })
    expect(toPages).toEqual([{ type: 'closed', socket: 'a' }])
  })

  test('from a page that speaks otherwise is ignored', () => {
    const { socket, toNext } = open()
    for (const message of [null, 'hello', { type: 'hello' }]) socket.takeFromPage(message)
    expect(toNext).toEqual([])
  })
})

describe('waiting for a build', () => {
  test('lasts until Next has built, with its errors', async () => {
    const { socket, told, say, openPage } = open()
    openPage('a')
    const built = socket.waitForBuild()
    say('a', { type: 'building' })
    // Longer than a write may be quiet: it is building.
    await vi.advanceTimersByTimeAsync(30_000)
    say('a', { type: 'built', errors: [BROKEN] })
    const place = { file: 'frontend/app/page.tsx', line: 3, column: 5 }
    expect(await built).toMatchObject([{ message: 'Unexpected token', place }])
    expect(told.at(-1)).toEqual(await built)
  })

  test('the next build without errors takes them away', async () => {
    const { socket, told, say, openPage } = open()
    openPage('a')
    say('a', { type: 'built', errors: [BROKEN] })
    const built = socket.waitForBuild()
    say('a', { type: 'building' })
    say('a', { type: 'built', errors: [] })
    expect(await built).toEqual([])
    expect(told.at(-1)).toEqual([])
  })

  test('ends after a moment when no open page uses the file', async () => {
    const { socket, openPage } = open()
    openPage('a')
    const built = socket.waitForBuild()
    await vi.advanceTimersByTimeAsync(1_500)
    expect(await built).toEqual([])
  })

  test('is over at once without an open page: nothing would tell', async () => {
    expect(await open().socket.waitForBuild()).toEqual([])
  })
})

test('open pages ask again when FastAPI answers otherwise; without one nothing is sent', () => {
  const { socket, toPages, openPage } = open()
  socket.refreshPages()
  openPage('a')
  socket.refreshPages()
  expect(toPages).toEqual([{ type: 'refresh', socket: 'a' }])
})

describe('a page that was still loading when something changed', () => {
  const refresh = { type: 'refresh', socket: 'a' }

  test('asks again, once, when its socket is there', async () => {
    const { socket, toPages, say, openPage } = open()
    socket.documentAsked()
    await socket.waitForBuild()
    openPage('a')
    say('a', { type: 'sync', errors: [] })
    expect(toPages.slice(-1)).toEqual([refresh])
    say('a', { type: 'sync', errors: [] })
    expect(toPages.filter(({ type }) => type === 'refresh')).toEqual([refresh])
  })

  test('asks again for what Python answers otherwise, too', () => {
    const { socket, toPages, say, openPage } = open()
    socket.documentAsked()
    socket.refreshPages()
    openPage('a')
    say('a', { type: 'sync', errors: [] })
    expect(toPages).toContainEqual(refresh)
  })

  test('does not when it was asked for after the change', async () => {
    const { socket, toPages, say, openPage } = open()
    await socket.waitForBuild()
    socket.documentAsked()
    openPage('a')
    say('a', { type: 'sync', errors: [] })
    expect(toPages).not.toContainEqual(refresh)
  })
})

test('an install that failed is an error of package.json, and stays through a build', () => {
  const { socket, told, say, openPage } = open()
  openPage('a')
  socket.setInstallError('npm install ended with code 1: the terminal shows why.')
  say('a', { type: 'built', errors: [] })
  const place = { file: 'frontend/package.json', line: 1, column: 1 }
  expect(told.at(-1)).toMatchObject([{ message: expect.stringContaining('code 1'), place }])
  socket.setInstallError(null)
  expect(socket.errors()).toEqual([])
})
