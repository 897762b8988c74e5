'use client'
// The playground's page: no bar, sidebar or foot of the site's. The playground itself comes when the page is there,
// so that a plain page never carries it.
import { Opening } from './Opening.tsx'

export function PlayPage() {
  return <Opening />
}
