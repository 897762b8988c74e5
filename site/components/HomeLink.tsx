import Link from 'next/link'
import { Brand } from './Brand.tsx'

/** The name in a bar: it leads home. */
export function HomeLink() {
  return (
    <Link href="/">
      <Brand />
    </Link>
  )
}
