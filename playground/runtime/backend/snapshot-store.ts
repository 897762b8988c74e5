// Where the snapshot is kept between visits: one file in the origin private file system (OPFS). Runs in a worker.
// A picture that cannot be read or written costs a slower start and nothing else.
import type { Snapshot } from './snapshot.ts'

export interface SnapshotStore {
  /** null when there is none for this version. */
  read(version: string): Promise<Snapshot | null>
  write(snapshot: Snapshot): Promise<void>
  remove(): Promise<void>
}

const FILE = 'both-ends-python.snapshot'
/** Length of the description in bytes, before it. */
const PREFIX_BYTES = 4
const ALIGNMENT_BYTES = 8

export function createOpfsStore(): SnapshotStore {
  const remove = async () => {
    const folder = await navigator.storage.getDirectory()
    // Not there is as good as removed.
    await folder.removeEntry(FILE).catch(() => undefined)
  }
  return {
    remove,
    async read(version) {
      const folder = await navigator.storage.getDirectory()
      const handle = await folder.getFileHandle(FILE).catch(() => null)
      if (handle === null) return null
      const snapshot = unpack(new Uint8Array(await (await handle.getFile()).arrayBuffer()))
      return snapshot?.version === version ? snapshot : null
    },
    async write(snapshot) {
      const folder = await navigator.storage.getDirectory()
      const handle = await folder.getFileHandle(FILE, { create: true })
      const file = await handle.createSyncAccessHandle()
      try {
        file.truncate(0)
        let at = 0
        for (const piece of pack(snapshot)) at += file.write(piece, { at })
        file.flush()
      } finally {
        file.close()
      }
    },
  }
}

export function pack({ bytes, ...description }: Snapshot): BufferSource[] {
  const json = JSON.stringify({ ...description, length: bytes.length })
  // Pyodide reads the bytes as 32-bit words where they lie.
  const unaligned = (PREFIX_BYTES + json.length) % ALIGNMENT_BYTES
  const text = new TextEncoder().encode(json + ' '.repeat(ALIGNMENT_BYTES - unaligned))
  return [new Uint32Array([text.length]), text, bytes.slice()]
}

/** null for a file that was cut off while it was written. */
export function unpack(file: Uint8Array): Snapshot | null {
  if (file.length < PREFIX_BYTES) return null
  const view = new DataView(file.buffer, file.byteOffset)
  const start = PREFIX_BYTES + view.getUint32(0, true)
  if (file.length <= start) return null
  const { length, ...description }: Omit<Snapshot, 'bytes'> & { length: number } = JSON.parse(
    new TextDecoder().decode(file.subarray(PREFIX_BYTES, start)),
  )
  const bytes = file.subarray(start)
  return bytes.length === length ? { ...description, bytes } : null
}
