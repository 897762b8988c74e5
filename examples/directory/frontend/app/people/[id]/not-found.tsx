import Link from 'next/link'
import { Message } from '@/components/message'

export default function PersonNotFound() {
  return (
    <Message
      title="Nobody here by that number"
      text="The person may have been removed from the directory."
    >
      <Link href="/" className="button">
        To the directory
      </Link>
    </Message>
  )
}
