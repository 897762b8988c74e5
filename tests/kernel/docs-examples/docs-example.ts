// The shape of an example of Next's documentation: an app of its own, written anew from the page's text, and what its
// reader is told to see.
import type { Frame } from 'playwright'
import type { Files } from '../../../playground/runtime/wire/files.ts'
import type { Flavour } from '../../../playground/runtime/wire/message.ts'
import type { OpenKernel } from '../harness/open-kernel.ts'

export interface DocsExample {
  /** Path below https://nextjs.org/docs/app/. */
  readonly page: string
  readonly files: Files
  /** Where it is seen; in both flavours when absent. What is missing in the other one is said beside it. */
  readonly only?: Flavour
  see(kernel: OpenKernel): Promise<void>
}

export const layout = `import type { ReactNode } from 'react'
export default function RootLayout({ children }: { children: ReactNode }) {
  return <html lang="en"><body>{children}</body></html>
}`

/** Waits until React has taken over the element: what listens in it is heard from then on. */
export async function waitForHydration(frame: Frame, selector: string): Promise<void> {
  await frame.waitForFunction((wanted) => {
    const element = document.querySelector(wanted)
    return element !== null && Object.keys(element).some((name) => name.startsWith('__reactProps$'))
  }, selector)
}

/** Marks the document, so that a navigation that left it is seen. Gives the question whether it is still there. */
export async function markDocument(frame: Frame): Promise<() => Promise<boolean>> {
  await frame.evaluate(() => void Object.assign(globalThis, { marked: true }))
  return () => frame.evaluate(() => 'marked' in globalThis)
}
