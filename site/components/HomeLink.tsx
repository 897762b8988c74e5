import Link from 'next/link'
import { Brand } from './Brand.tsx'

/** The name in a bar: it leads home. */
export function HomeLink() {
  return (
    // Not fetched ahead: beside a start of the engines it would cost 90 kB that few who work here ask for.
    <Link href="/" prefetch={false}>
      <Brand />
    </Link>
  )
}
