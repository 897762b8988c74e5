// 53-bit hash of a text (cyrb53), synchronous in the worker and in Node. Names files and finds compiled starters; not
// for security.

export function contentHash(content: string | Uint8Array): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < content.length; index += 1) {
    const unit = typeof content === 'string' ? content.charCodeAt(index) : (content[index] ?? 0)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36)
}
