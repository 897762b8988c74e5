// The way between this page and the kernel: the guest (playground/runtime/preview/guest.ts) put it on globalThis before any
// script of the page ran. In the learner's page; it knows no message. Without a guest (a page opened bare) nothing arrives.
import type { KernelPageMessage, PageKernelMessage } from '../contract.ts'

interface BothEnds {
  onKernelMessage(listener: (message: KernelPageMessage) => void): void
  toKernel(message: PageKernelMessage): void
}

function findGuest(): BothEnds | null {
  const found: unknown = Reflect.get(globalThis, '__bothEnds')
  return isBothEnds(found) ? found : null
}

function isBothEnds(value: unknown): value is BothEnds {
  return (
    typeof value === 'object' && value !== null && 'onKernelMessage' in value && 'toKernel' in value
  )
}

export function listenToKernel(listener: (message: KernelPageMessage) => void): void {
  findGuest()?.onKernelMessage(listener)
}

export function sendToKernel(message: PageKernelMessage): void {
  findGuest()?.toKernel(message)
}
