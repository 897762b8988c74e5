import { expect } from 'vitest'
import { layout, waitForHydration, type DocsExample } from './docs-example.ts'

/** A message shows before the server has it, and is the server's own once it has. */
export const optimisticUpdates: DocsExample = {
  page: 'guides/forms#optimistic-updates',
  files: {
    'app/layout.tsx': layout,
    'app/page.tsx': `import { Thread } from './thread'
import { messages } from './messages'
export const dynamic = 'force-dynamic'
export default function Page() {
  return <Thread messages={messages.map((message) => ({ message: message + ' (kept)' }))} />
}`,
    'app/messages.ts': `export const messages: string[] = ['first']`,
    'app/actions.ts': `'use server'
import { revalidatePath } from 'next/cache'
import { messages } from './messages'
export async function send(message: string) {
  await new Promise((resolve) => setTimeout(resolve, 300))
  messages.push(message)
  revalidatePath('/')
}`,
    'app/thread.tsx': `'use client'
import { useOptimistic } from 'react'
import { send } from './actions'
type Message = { message: string }
export function Thread({ messages }: { messages: Message[] }) {
  const [optimisticMessages, addOptimisticMessage] = useOptimistic<Message[], string>(
    messages, (state, newMessage) => [...state, { message: newMessage }])
  const formAction = async (formData: FormData) => {
    const message = formData.get('message') as string
    addOptimisticMessage(message)
    await send(message)
  }
  return (
    <div>
      <ul>{optimisticMessages.map((m, i) => <li key={i}>{m.message}</li>)}</ul>
      <form action={formAction}><input type="text" name="message" /><button type="submit">Send</button></form>
    </div>
  )
}`,
  },
  async see(kernel) {
    const frame = await kernel.open('/')
    await waitForHydration(frame, 'form')
    await frame.evaluate(() => {
      const shown: string[] = []
      Object.assign(globalThis, { shown })
      new MutationObserver(() => {
        shown.push(document.querySelector('li:nth-child(2)')?.textContent ?? '')
      }).observe(document.body, { subtree: true, childList: true, characterData: true })
    })
    await frame.fill('input', 'second')
    await frame.click('button')
    await expect.poll(() => frame.textContent('li:nth-child(2)')).toBe('second (kept)')
    const shown = await frame.evaluate(() => Reflect.get(globalThis, 'shown'))
    expect(shown).toContain('second')
  },
}
