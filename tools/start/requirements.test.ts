import { describe, expect, test } from 'vitest'
import { requireFreePorts, requireNode, requirePython } from './requirements.mjs'

const pythons =
  (versions: Record<string, string>) =>
  (command: string): { status: number | null; stdout: string } =>
    command in versions
      ? { status: 0, stdout: `${versions[command]}\n` }
      : { status: null, stdout: '' }

describe('requireNode', () => {
  test.each(['20.9.0', '20.20.2', '22.0.0', '24.21.0'])('takes %s', (version) => {
    expect(() => requireNode(version)).not.toThrow()
  })

  test.each(['20.8.1', '18.20.0', '16.0.0'])('refuses %s and says what to install', (version) => {
    expect(() => requireNode(version)).toThrow(
      `Node 20.9 or newer is needed and this is ${version}: install one from https://nodejs.org and run the command again.`,
    )
  })
})

describe('requirePython', () => {
  test('takes a newer python3.12 beside an old python3', () => {
    const found = requirePython({}, pythons({ python3: '3.9.2', 'python3.12': '3.12.4' }))
    expect(found).toEqual({ command: 'python3.12', prefix: [], version: '3.12.4' })
  })

  test('PYTHON is the only one tried when it is set', () => {
    const found = requirePython(
      { PYTHON: '/opt/python' },
      pythons({ python3: '3.13.0', '/opt/python': '3.11.0' }),
    )
    expect(found.command).toBe('/opt/python')
  })

  test('names the version that is too old', () => {
    expect(() => requirePython({}, pythons({ python3: '3.10.4' }))).toThrow(
      'this machine has only 3.10.4: install',
    )
  })

  test('says when there is none', () => {
    expect(() => requirePython({}, pythons({}))).toThrow('this machine has none: install')
  })
})

test('ports that nobody listens on are free', async () => {
  await expect(requireFreePorts([1])).resolves.toBeUndefined()
})
