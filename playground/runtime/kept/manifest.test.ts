import { expect, test } from 'vitest'
import { addressOf, fileAt, filesOf, type KeptFile, type KeptManifest } from './manifest.ts'

function file(path: string, group: KeptFile['group'] = 'site'): KeptFile {
  return { path, hash: path, bytes: 1, download: 1, group }
}

const manifest: KeptManifest = {
  version: 'v',
  preview: null,
  files: [
    file('/index.html'),
    file('/docs/index.html'),
    file('/docs/[odd] name.txt'),
    file('/learn/02-params/index.html', 'lessons'),
    file('/lessons/02-params/lesson.json', 'lessons'),
    file('/lessons/12-params/lesson.json', 'lessons'),
    file('/starters/02-params', 'engines'),
  ],
}

test('a folder is answered by its page, whatever its query', () => {
  expect(fileAt(manifest, '/')?.path).toBe('/index.html')
  expect(fileAt(manifest, '/docs/')?.path).toBe('/docs/index.html')
  expect(fileAt(manifest, '/docs')).toBeUndefined()
})

test('a file is found by its address, and asked for by it', () => {
  const odd = fileAt(manifest, new URL('http://site/docs/[odd] name.txt').pathname)
  expect(odd?.path).toBe('/docs/[odd] name.txt')
  for (const each of manifest.files) {
    const { pathname } = new URL(addressOf(each), 'http://site')
    expect(pathname).toBe(addressOf(each))
    expect(fileAt(manifest, pathname)).toBe(each)
  }
  expect(fileAt(manifest, '/%')).toBeUndefined()
})

test('a wish is a group, or the files of one lesson', () => {
  expect(filesOf(manifest, 'lessons')).toHaveLength(3)
  expect(filesOf(manifest, '02-params').map(({ path }) => path)).toEqual([
    '/learn/02-params/index.html',
    '/lessons/02-params/lesson.json',
  ])
})
