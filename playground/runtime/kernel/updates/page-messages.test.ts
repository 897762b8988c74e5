import { beforeEach, describe, expect, test } from 'vitest'
import type { KernelPageMessage } from '../contract.ts'
import { PageMessages } from './page-messages.ts'

const HELLO = { type: 'hello', flavour: 'development' }

let told: KernelPageMessage[]
let pages: PageMessages
beforeEach(() => {
  told = []
  pages = new PageMessages((message) => void told.push(message))
})

/** What the page hears in answer to its hello. */
function hello(): KernelPageMessage[] {
  told.length = 0
  pages.receive(HELLO)
  return told
}

describe('a page that says hello', () => {
  test('hears the errors of now', () => {
    pages.setErrors([{ end: 'next', message: 'broken', place: null, codeFrame: null, stack: null }])
    expect(hello()).toEqual([{ type: 'errors', errors: ['broken'] }])
  })

  test('hears nothing else when nothing changed since it was asked for', () => {
    pages.send({ type: 'refresh' })
    pages.documentAsked()
    expect(hello()).toEqual([{ type: 'errors', errors: [] }])
  })

  test('refreshes when FastAPI answers otherwise since it was asked for', () => {
    pages.documentAsked()
    pages.send({ type: 'refresh' })
    expect(hello().at(-1)).toEqual({ type: 'refresh' })
  })

  test('reloads when its code changed since it was asked for, whatever came after', () => {
    pages.documentAsked()
    pages.send({ type: 'reload' })
    pages.send({ type: 'refresh' })
    expect(hello().at(-1)).toEqual({ type: 'reload' })
  })
})

test('what is no hello is ignored', () => {
  pages.documentAsked()
  pages.send({ type: 'refresh' })
  told.length = 0
  for (const message of [null, 'hello', { type: 'applied' }]) pages.receive(message)
  expect(told).toEqual([])
})
