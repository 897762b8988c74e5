import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { zipFiles } from './zip.ts'

test('the zip holds every file and says how to run them', () => {
  const files = unzipSync(
    zipFiles({ 'backend/main.py': 'app = 1', 'frontend/icon.png': Uint8Array.of(1, 2, 3) }),
  )
  expect(strFromU8(files['backend/main.py'] ?? new Uint8Array())).toBe('app = 1')
  expect(files['frontend/icon.png']).toEqual(Uint8Array.of(1, 2, 3))
  expect(strFromU8(files['README.md'] ?? new Uint8Array())).toContain('npm run dev')
})
