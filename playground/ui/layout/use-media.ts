// Width classes of ux.md: wide from 1280, medium from 768, narrow below; and whether the pointer is a finger.
import { useSyncExternalStore } from 'react'

export type WidthClass = 'narrow' | 'medium' | 'wide'

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => window.matchMedia(query).matches,
    () => false,
  )
}

export function useWidthClass(): WidthClass {
  const wide = useMedia('(min-width: 1280px)')
  const medium = useMedia('(min-width: 768px)')
  if (wide) return 'wide'
  return medium ? 'medium' : 'narrow'
}

/** Monaco does not work on touch: there a plain text field takes its place. */
export function usePlainEditor(): boolean {
  return useMedia('(max-width: 767px), (pointer: coarse)')
}
