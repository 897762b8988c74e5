import { describe, expect, test } from 'vitest'
import { findBrowser, missingBrowserSentence } from './find-browsers.mjs'

const only =
  (...present: string[]) =>
  (path: string) =>
    present.includes(path)

describe('findBrowser', () => {
  test('CHROMIUM_PATH wins over what PATH has', () => {
    const env = { CHROMIUM_PATH: '/opt/chromium', PATH: '/usr/bin' }
    expect(findBrowser('chromium', env, only('/opt/chromium', '/usr/bin/chromium'))).toBe(
      '/opt/chromium',
    )
  })

  test('a CHROMIUM_PATH that points nowhere is not replaced by a guess', () => {
    const env = { CHROMIUM_PATH: '/nowhere', PATH: '/usr/bin' }
    expect(findBrowser('chromium', env, only('/usr/bin/chromium'))).toBeNull()
  })

  test('Chrome serves where Chromium is missing', () => {
    const env = { PATH: '/usr/local/bin:/usr/bin' }
    expect(findBrowser('chromium', env, only('/usr/bin/google-chrome'))).toBe(
      '/usr/bin/google-chrome',
    )
  })

  test('a machine without browsers has none', () => {
    expect(findBrowser('firefox', { PATH: '/usr/bin' }, () => false)).toBeNull()
  })

  test.each(['chromium', 'firefox', 'webkit'] as const)(
    'the sentence for a missing %s says how to get it',
    (name) => {
      expect(missingBrowserSentence(name)).toMatch(
        /was not found: install .*apt-get install .* set [A-Z_]+/,
      )
    },
  )
})
