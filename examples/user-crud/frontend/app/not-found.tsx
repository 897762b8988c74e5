import type { Metadata } from 'next'
import Link from 'next/link'
import { Message } from '@/components/message'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <Message
      title="There is nothing here"
      text="The address may be mistyped, or what was here is gone."
    >
      <Link href="/notes" className="button">
        To your notes
      </Link>
    </Message>
  )
}
