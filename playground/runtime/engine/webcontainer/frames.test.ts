import { expect, test } from 'vitest'
import { createFrameReader, formatFrame, type Frame } from './frames.ts'

function readAll(pieces: readonly string[]) {
  const frames: Frame[] = []
  const texts: string[] = []
  const read = createFrameReader(
    (frame) => frames.push(frame),
    (text) => texts.push(text),
  )
  for (const piece of pieces) read(piece)
  return { frames, texts }
}

const END = { type: 'down-end', id: 'p1' } as const
const LINE = `@page ${JSON.stringify(END)}\r\n`
const ECHO = formatFrame({ type: 'abort', id: 'p9' }).replace('\n', '\r\n')

test('a frame is read wherever the output is cut', () => {
  for (let at = 1; at < LINE.length; at += 1)
    expect(readAll([LINE.slice(0, at), LINE.slice(at)])).toEqual({ frames: [END], texts: [] })
})

test('an echo in the middle of a frame takes nothing away, wherever it is cut itself', () => {
  for (let at = 1; at < ECHO.length; at += 1) {
    const pieces = [LINE.slice(0, 9), ECHO.slice(0, at), ECHO.slice(at), LINE.slice(9)]
    expect(readAll(pieces)).toEqual({ frames: [END], texts: [] })
  }
})

test('a frame that something was printed into is text, and the next one is read', () => {
  const broken = `${LINE.slice(0, 7)}(node:1) Warning: old${LINE.slice(7)}`
  const { frames, texts } = readAll([broken, LINE, 'hello\n'])
  expect(frames).toEqual([END])
  expect(texts).toEqual([broken.trim(), 'hello'])
})
