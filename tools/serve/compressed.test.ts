import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compressFolder } from './compressed.mjs'

test('equal files, compressed at once, share one twin', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'twins-'))
  try {
    const text = `${crypto.randomUUID()} `.repeat(2_000)
    await Promise.all(
      ['a.txt', 'b.txt', 'c.txt'].map((name) => writeFile(join(folder, name), text)),
    )
    const { twins } = await compressFolder(folder)
    expect(twins).toHaveLength(3)
    expect(new Set(twins).size).toBe(1)
    await Promise.all(twins.map((twin) => rm(twin, { force: true })))
  } finally {
    await rm(folder, { recursive: true })
  }
})
