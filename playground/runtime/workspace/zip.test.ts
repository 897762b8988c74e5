import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Files } from '../wire/files.ts'
import { zipFiles } from './zip.ts'

function readMeOf(files: Files): string {
  return strFromU8(unzipSync(zipFiles(files))['README.md'] ?? new Uint8Array())
}

test('the zip holds every file', () => {
  const files = unzipSync(
    zipFiles({ 'backend/main.py': 'app = 1', 'frontend/icon.png': Uint8Array.of(1, 2, 3) }),
  )
  expect(strFromU8(files['backend/main.py'] ?? new Uint8Array())).toBe('app = 1')
  expect(files['frontend/icon.png']).toEqual(Uint8Array.of(1, 2, 3))
})

test('its commands are those of this workspace', () => {
  expect(readMeOf({ 'backend/main.py': '' })).toMatch(/pip install -q fastapi uvicorn .* main:app/)
  expect(readMeOf({ 'backend/app/main.py': '', 'backend/requirements.txt': '' })).toMatch(
    /pip install -q -r requirements\.txt .* app\.main:app/,
  )
})
