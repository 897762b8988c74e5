import { describe, expect, test } from 'vitest'
import { findInCode, findInPath, findInProse, partsOf } from './find-words.mjs'

const words = (code: string, path = 'playground/runtime/broker/routes.ts') =>
  findInCode(path, code).map(({ word, line }) => `${word}@${line}`)

test('a name falls into its parts, however it is written', () => {
  expect(partsOf('createHTTPProxy')).toEqual(['create', 'http', 'proxy'])
  expect(partsOf('cookie-manager')).toEqual(['cookie', 'manager'])
  expect(partsOf('RPC_PORT')).toEqual(['rpc', 'port'])
})

describe('declared names', () => {
  test.each([
    ['const requestRouter = 1', 'router@1'],
    ['\nfunction openRpc() {}', 'rpc@2'],
    ['class CookieManager {}', 'manager@1'],
    ['interface A { helper: string }', 'helper@1'],
    ['const open = (sandbox: string) => sandbox', 'sandbox@1'],
    ['const obj = {}', 'obj@1'],
    ['const { port: bridge } = x', 'bridge@1'],
  ])('%s is found', (code, finding) => {
    expect(words(code)).toContain(finding)
  })

  test.each([
    ['useRouter().push("/")', 'a name of Next that is only used'],
    ['const { router } = next', 'a name that its owner gave'],
    ['const dataset = 1; const database = 2', 'words that merely begin alike'],
    ['const serviceWorker = navigator.serviceWorker', 'the service worker'],
    ['// the router of yesterday', 'a comment'],
    ['port.onmessage = ({ data }) => data', 'MessageEvent.data'],
  ])('%s is left alone: %s', (code) => {
    expect(words(code)).toEqual([])
  })
})

test('file names count', () => {
  expect(findInPath('playground/runtime/broker/utils.ts').map(({ word }) => word)).toEqual([
    'utils',
  ])
  expect(findInPath('playground/runtime/service-worker/service-worker.ts')).toEqual([])
})

test('prose is searched for whole phrases', () => {
  const found = findInProse(
    'content/index.mdx',
    'The Python server answers.\nHttpchapters stay.\nNext chapter',
  )
  expect(found.map(({ word, line }) => `${word}@${line}`)).toEqual(['python server@1', 'chapter@3'])
})
