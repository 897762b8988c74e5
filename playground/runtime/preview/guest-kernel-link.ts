// Joins the kernel's client code in this page (Fast Refresh, Next's development socket) to the kernel, by way of
// the site. What they say is theirs: opaque here. Published as `globalThis.__bothEnds`.
import type { GuestEvent } from './guest.ts'

interface KernelLink {
  deliver(message: unknown): null
}

interface PublishedLink {
  readonly page: string
  onKernelMessage(listener: (message: unknown) => void): void
  toKernel(message: unknown): void
}

declare global {
  var __bothEnds: PublishedLink | undefined
}

export function createKernelLink(page: string, emit: GuestEvent): KernelLink {
  const listeners: ((message: unknown) => void)[] = []
  let early: unknown[] = []
  globalThis.__bothEnds = {
    page,
    onKernelMessage(listener) {
      listeners.push(listener)
      for (const message of early) listener(message)
      early = []
    },
    toKernel(message) {
      emit('pageMessage', { page, message })
    },
  }
  return {
    deliver(message) {
      if (listeners.length === 0) early.push(message)
      for (const listener of listeners) listener(message)
      return null
    },
  }
}
