// What a frame begins with, as its address. Runs on the embedder's page.
import { DRIVEN, FILES_COME } from '../automation/embed-messages.ts'

export const STARTERS = ['hello', 'directory', 'user-crud'] as const

export interface Shown {
  /** An example to begin from; `directory` unless given. */
  readonly from?: (typeof STARTERS)[number]
  /** The file to show first. */
  readonly open?: string
  /** A lesson in place of an example, by its address: `04-forms`. It brings its own files. */
  readonly lesson?: string
  /** A workspace of your own in place of an example's. Paths begin with `frontend/` or `backend/`. */
  readonly files?: Readonly<Record<string, string>>
  /** Light or dark whatever the reader's system says. */
  readonly theme?: 'light' | 'dark'
}

/** Throws an Error with one sentence. */
export function addressOf(site: string, { from, open, lesson, files, theme }: Shown): string {
  if (lesson !== undefined && (from !== undefined || files !== undefined || open !== undefined))
    throw new Error('A lesson brings its own files: leave out from, files and open.')
  if (from !== undefined && files !== undefined)
    throw new Error('The frame begins with from or with files, not with both.')
  if (from !== undefined && !STARTERS.includes(from))
    throw new Error(`There is no example ${String(from)}: take ${STARTERS.join(', ')}.`)
  if (lesson !== undefined && !/^[a-z0-9-]+$/.test(lesson))
    throw new Error('A lesson is named by its address, for instance "04-forms".')
  if (theme !== undefined && theme !== 'light' && theme !== 'dark')
    throw new Error('A theme is "light" or "dark".')
  const url = new URL(lesson === undefined ? '/play/' : `/learn/${lesson}/`, site)
  url.searchParams.set('embed', DRIVEN)
  if (from !== undefined) url.searchParams.set('from', from)
  if (files !== undefined) url.searchParams.set(FILES_COME, '')
  if (open !== undefined) url.searchParams.set('open', open)
  if (theme !== undefined) url.searchParams.set('theme', theme)
  return url.href
}
