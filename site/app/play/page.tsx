import type { Metadata } from 'next'
import { PlayPage } from './PlayPage.tsx'

export const metadata: Metadata = {
  title: 'Playground',
  description: 'A Next.js app and a FastAPI app that talk to each other in this tab. Edit both.',
}

export default function Page() {
  return <PlayPage />
}
