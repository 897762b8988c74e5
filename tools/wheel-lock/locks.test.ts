import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { explain } from './download-wheels.mjs'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

function versions(text: string): Map<string, string> {
  const pins = [...text.matchAll(/^([A-Za-z0-9_.-]+)==([^\s\\]+)/gm)]
  return new Map(
    pins.map(([, name = '', version = '']) => [name.toLowerCase().replaceAll('_', '-'), version]),
  )
}

const lock = versions(read('requirements.lock'))

it('pins every wheel of the browser by a hash', () => {
  const hashes = read('requirements.lock').match(/--hash=sha256:[0-9a-f]{64}/g) ?? []
  expect(hashes).toHaveLength(lock.size)
})

it('names no index: that is the business of whoever runs pip', () => {
  expect(read('requirements.lock') + read('dev-requirements.txt')).not.toMatch(
    /https?:|--index|--extra-index/,
  )
})

it('tests CPython with the versions that the browser runs', () => {
  const installed = versions(read('dev-requirements.txt'))
  for (const [name, version] of lock) expect([name, installed.get(name)]).toEqual([name, version])
})

it('explains a Python without pip, and a missing network', () => {
  expect(explain('/usr/bin/python3: No module named pip')).toMatch(/has no pip/)
  expect(explain('ERROR: Could not find a version')).toMatch(/Check the network connection/)
})
