// Dialogs and the toast: loaded when the first one is asked for.
import { lazy, Suspense } from 'react'
import { useView } from '../store/session-context.tsx'

const Dialogs = lazy(async () => ({ default: (await import('./Dialogs.tsx')).Dialogs }))
const Toasts = lazy(async () => ({ default: (await import('../controls/Toasts.tsx')).Toasts }))

export function LateParts({ page }: { readonly page: 'lesson' | 'playground' }) {
  const hasDialog = useView((state) => state.dialog !== null)
  const hasToast = useView((state) => state.toast !== null)
  return (
    <Suspense fallback={null}>
      {hasDialog && <Dialogs page={page} />}
      {hasToast && <Toasts />}
    </Suspense>
  )
}
