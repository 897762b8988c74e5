'use client'
// The playground's page: no bar, sidebar or foot of the site's. The playground itself is a chunk of its own that loads
// when the page is there, so that no other page carries it.
import dynamic from 'next/dynamic'
import { Opening } from './Opening.tsx'
import { SchemeSwitch } from '../../components/SchemeSwitch.tsx'

const Playground = dynamic(async () => (await import('@playground/index.ts')).loadPlayground(), {
  ssr: false,
  loading: Opening,
})

export function PlayPage() {
  return <Playground trailing={<SchemeSwitch />} />
}
