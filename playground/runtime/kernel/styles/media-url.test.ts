import { expect, test } from 'vitest'
import { fontUrl, mediaFile, mediaUrl } from './media-url.ts'

const at = (path: string) => new URL(path, 'http://localhost:3000')

test.each(['/app/mono.woff2', '/fonts/Über alles?.v2.woff', '/app/[id]/a+b.ttf'])(
  'the addresses of %s lead back to it',
  (file) => {
    expect(mediaFile(at(mediaUrl(file)))).toBe(file)
    expect(mediaFile(at(fontUrl(file)))).toBe(file)
    expect(mediaFile(at(`${fontUrl(file)}?v=1`))).toBe(file)
  },
)

test('a font’s address ends with its extension, which is where Next reads the type of a preload', () => {
  expect(fontUrl('/app/mono.woff2')).toMatch(/^\/_next\/static\/media\/mono\.[\w-]+\.woff2$/)
})

test('an address of nobody’s making leads nowhere', () => {
  expect(mediaFile(at('/_next/static/media/mono.%%%.woff2'))).toBe('')
  expect(mediaFile(at('/_next/static/media/mono.woff2'))).toBe('')
})
