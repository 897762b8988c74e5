// `?view=` in the address while the layout is narrow, so that the browser's Back goes to the view before.
import { useEffect } from 'react'
import { useView, useViewStore } from '../store/session-context.tsx'
import { VIEWS, type View } from '../store/view-store.ts'

export function useViewInAddress(isNarrow: boolean): void {
  const view = useViewStore()
  const shown = useView((state) => state.view)
  useEffect(() => {
    if (!isNarrow) return undefined
    const follow = () => {
      const asked = readView()
      if (asked) view.setState({ view: asked })
    }
    follow()
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [isNarrow, view])
  useEffect(() => {
    if (!isNarrow || readView() === shown) return
    const url = new URL(window.location.href)
    const isFirst = !url.searchParams.has('view')
    url.searchParams.set('view', shown)
    if (isFirst) window.history.replaceState(window.history.state, '', url)
    else window.history.pushState(window.history.state, '', url)
  }, [isNarrow, shown])
}

function readView(): View | null {
  const asked = new URLSearchParams(window.location.search).get('view')
  return VIEWS.find((name) => name === asked) ?? null
}
