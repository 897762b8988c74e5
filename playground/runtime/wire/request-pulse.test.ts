// Requests whose sides agreed on a pulse: each notices that the other was ended.
import { describe, expect, test } from 'vitest'
import {
  answerOver,
  askOver,
  createWireRequest,
  readBody,
  type OpenRequest,
  type WireResponse,
} from './request-port.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const get = { method: 'GET', url: 'http://localhost:3000/' }

function respond(body: WireResponse['body']): WireResponse {
  return { status: 200, statusText: '', headers: [], body }
}

describe('a request with a pulse', () => {
  test('a stream whose other end vanishes errors instead of ending', async () => {
    const { port1, port2 } = new MessageChannel()
    let requestPort: MessagePort | null = null
    port2.onmessage = ({ ports }) => {
      requestPort = ports[0]!
      const head = { status: 200, statusText: '', headers: [], hasBody: true }
      requestPort.postMessage({ type: 'response-head', ...head })
      requestPort.postMessage({ type: 'response-chunk', chunk: encoder.encode('half') })
    }
    const { body } = await askOver(port1, createWireRequest(get), { pulseInterval: 20 })
    const reader = body!.getReader()
    expect(decoder.decode((await reader.read()).value)).toBe('half')
    await expect(reader.read()).rejects.toThrow('The connection was cut.')
    requestPort!.close()
  })

  test('an asker that hears nothing at all is told', async () => {
    const { port1, port2 } = new MessageChannel()
    port2.onmessage = () => undefined
    const answer = askOver(port1, createWireRequest(get), { pulseInterval: 20 })
    await expect(answer).rejects.toMatchObject({ failure: { code: 'worker-died' } })
    port2.close()
  })

  test('an asker that vanishes aborts the answer and cancels its body', async () => {
    const { port1, port2 } = new MessageChannel()
    let cancelled: unknown = null
    const idle = new ReadableStream<Uint8Array>({ cancel: (reason) => void (cancelled = reason) })
    port1.onmessage = () => undefined
    const head = { ...get, headers: [], hasBody: false, browser: null }
    void answerOver(port2, head, async () => respond(idle), { pulseInterval: 20 })
    await expect.poll(() => cancelled).not.toBeNull()
    port1.close()
  })

  test('a pulse keeps a silent but living stream open', async () => {
    const { port1, port2 } = new MessageChannel()
    port2.onmessage = ({ data, ports }: MessageEvent<OpenRequest>) => {
      const answer = async () => {
        let sent = false
        return respond(
          new ReadableStream<Uint8Array>({
            async pull(controller) {
              if (sent) return controller.close()
              sent = true
              await new Promise((resolve) => setTimeout(resolve, 250))
              controller.enqueue(encoder.encode('late'))
            },
          }),
        )
      }
      void answerOver(ports[0]!, data.head, answer, { pulseInterval: 20 })
    }
    const { body } = await askOver(port1, createWireRequest(get), { pulseInterval: 20 })
    expect(decoder.decode(await readBody(body))).toBe('late')
  })
})
