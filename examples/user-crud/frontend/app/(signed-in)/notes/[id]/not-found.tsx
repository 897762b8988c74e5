import Link from 'next/link'
import { Message } from '@/components/message'

export default function NoteNotFound() {
  return (
    <Message title="No such note" text="It may have been deleted, or it is somebody else’s.">
      <Link href="/notes" className="button">
        To your notes
      </Link>
    </Message>
  )
}
