import type { Metadata } from 'next'
import Link from 'next/link'
import { Message } from '@/components/message'

export const metadata: Metadata = { title: 'Not for you' }

export default function Forbidden() {
  return (
    <Message
      title="This is for administrators"
      text="You are signed in, and this page is not part of what your account may see."
    >
      <Link href="/notes" className="button">
        To your notes
      </Link>
    </Message>
  )
}
