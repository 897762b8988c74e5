// Entry of the compiler worker: answers the kernel worker. What it answers with (compiler.ts) loads at the first
// question: a compiled starter shows its first page without it. Holds no logic.
import type { ConnectMessage, NoOffer } from '../../wire/message.ts'
import { openPort } from '../../wire/port.ts'
import type { CompilerOffer } from './offer.ts'

const load = async () => (await import('./compiler.ts')).answers

addEventListener('message', ({ data, ports }: MessageEvent<ConnectMessage>) => {
  const port = data.port ?? ports[0]
  if (data.type !== 'connect' || data.peer !== 'kernel') return
  openPort<NoOffer, CompilerOffer>(port, {
    prepare: async (argument) => (await load()).prepare(argument),
    compile: async (argument) => (await load()).compile(argument),
    link: async (argument) => (await load()).link(argument),
    style: async (argument) => (await load()).style(argument),
    map: async (argument) => (await load()).map(argument),
    codeFrame: async (argument) => (await load()).codeFrame(argument),
  })
})
