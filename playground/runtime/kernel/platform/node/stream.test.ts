import { describe, expect, test } from 'vitest'
import { Buffer } from './buffer.ts'
import { fromWebStream, streamModule, toWebStream } from './stream.ts'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function countingSource(total: number) {
  let given = 0
  const stream = new streamModule.Readable({
    read() {
      given += 1
      this.push(given > total ? null : Buffer.from(`chunk ${given};`))
    },
  })
  return { stream, given: () => given }
}

async function readText(stream: ReadableStream<Uint8Array>): Promise<string> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true })
  }
  return text
}

test('a Node stream gives all its chunks, in order, and the end', async () => {
  expect(await readText(toWebStream(countingSource(3).stream))).toBe('chunk 1;chunk 2;chunk 3;')
})

test('a reader that waits makes the source wait', async () => {
  const { stream, given } = countingSource(10_000)
  const reader = toWebStream(stream).getReader()
  await reader.read()
  await pause(20)
  expect(given()).toBeLessThan(2500)
  await reader.cancel()
})

test('an error of the Node stream is the error of the reader', async () => {
  const stream = new streamModule.Readable({
    read() {
      this.destroy(new Error('lost'))
    },
  })
  await expect(readText(toWebStream(stream))).rejects.toThrow('lost')
})

describe('a reader that stops reading', () => {
  const heardAfterCancel = async (reason: Error) => {
    const { stream } = countingSource(10_000)
    const heard: string[] = []
    stream.on('error', (cause) => heard.push(String(cause)))
    stream.on('close', () => heard.push('close'))
    const reader = toWebStream(stream).getReader()
    await reader.read()
    await reader.cancel(reason)
    await pause(20)
    return heard
  }

  test('closes the Node stream without an error when it only left', async () => {
    const left = Object.assign(new Error('left'), { name: 'ResponseAborted' })
    expect(await heardAfterCancel(left)).toEqual(['close'])
    expect(await heardAfterCancel(new DOMException('left', 'AbortError'))).toEqual(['close'])
  })

  test('passes on what went wrong', async () => {
    expect(await heardAfterCancel(new Error('broken'))).toEqual(['Error: broken', 'close'])
  })
})

test('a web stream becomes a Node stream, chunk by chunk as it is read', async () => {
  let pulled = 0
  const web = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        pulled += 1
        if (pulled > 3) controller.close()
        else controller.enqueue(new TextEncoder().encode(`${pulled}`))
      },
    },
    { highWaterMark: 0 },
  )
  const node = fromWebStream(web)
  expect(pulled).toBe(0)
  expect(await readText(toWebStream(node))).toBe('123')
})
