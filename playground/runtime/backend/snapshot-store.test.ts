import { expect, it } from 'vitest'
import type { Snapshot } from './snapshot.ts'
import { pack, unpack } from './snapshot-store.ts'

const snapshot: Snapshot = {
  version: 'one',
  heapLength: 65536,
  tableLength: 14300,
  libraries: [{ name: 'a.so', memoryBase: 1, tableBase: 2, handles: [3], aliases: ['a.so'] }],
  bytes: new Uint8Array([1, 2, 3]),
}

async function fileOf(kept: Snapshot): Promise<Uint8Array> {
  return new Uint8Array(await new Blob(pack(kept)).arrayBuffer())
}

it('comes back as it was written', async () => {
  expect(unpack(await fileOf(snapshot))).toEqual(snapshot)
})

it.each(['1', '22', '333', '4444', '55555'])(
  'lies at a multiple of 8 (version %s)',
  async (version) => {
    expect(unpack(await fileOf({ ...snapshot, version }))?.bytes.byteOffset).toSatisfy(
      (offset: number) => offset % 8 === 0,
    )
  },
)

it('is none while it is being written', async () => {
  const file = await fileOf(snapshot)
  for (const length of [0, 3, 20, file.length - 1]) {
    expect(unpack(file.slice(0, length))).toBeNull()
  }
})
