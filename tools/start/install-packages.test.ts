import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { areInstalled, explainNpmFailure } from './install-packages.mjs'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'both-ends-install-'))
  mkdirSync(join(root, 'node_modules'))
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

function write(file: string, packages: Record<string, object>) {
  writeFileSync(join(root, file), JSON.stringify({ packages }))
}

describe('areInstalled', () => {
  const a = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } }

  test('a fresh clone has nothing installed', () => {
    write('package-lock.json', a)
    expect(areInstalled(root)).toBe(false)
  })

  test('the packages of the lock count as installed, whichever npm command put them there', () => {
    write('package-lock.json', a)
    write('node_modules/.package-lock.json', a)
    expect(areInstalled(root)).toBe(true)
  })

  test('a changed lock asks for a new install', () => {
    write('package-lock.json', { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-b' } })
    write('node_modules/.package-lock.json', a)
    expect(areInstalled(root)).toBe(false)
  })

  test('an optional package of another platform may be absent', () => {
    write('package-lock.json', {
      ...a,
      'node_modules/a-darwin': { version: '1.0.0', optional: true },
    })
    write('node_modules/.package-lock.json', a)
    expect(areInstalled(root)).toBe(true)
  })
})

describe('explainNpmFailure', () => {
  test.each(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ETIMEDOUT'])(
    '%s is a missing network',
    (code) => {
      expect(explainNpmFailure(`npm error code ${code}`).message).toMatch(
        /registry did not answer: go online/,
      )
    },
  )

  test('ENOSPC is a full disk', () => {
    expect(explainNpmFailure('npm error code ENOSPC').message).toMatch(/^The disk is full/)
  })

  test('a lock that does not match names what is missing', () => {
    const output =
      'npm error code EUSAGE\nnpm error … in sync …\nnpm error Missing: a@1.0.0 from lock file\nnpm error usage'
    expect(explainNpmFailure(output).message).toBe(
      'package.json and package-lock.json do not match: run npm install, and commit both files. Missing: a@1.0.0 from lock file',
    )
  })

  test('anything else keeps what npm said', () => {
    expect(explainNpmFailure('npm warn x\nnpm error code EWHAT').message).toContain(
      'npm says: code EWHAT',
    )
  })
})
