// The learner's errors as of now: Next's, Python's, and what the open page threw. Runs on the page.
import type { LearnerError } from '../../wire/learner-error.ts'

type ErrorSource = 'kernel' | 'backend' | 'page'

export interface ErrorBook {
  /** Replaces all errors of one source. */
  set(source: ErrorSource, errors: readonly LearnerError[]): void
  add(source: ErrorSource, error: LearnerError): void
  has(source: ErrorSource): boolean
  all(): readonly LearnerError[]
  clear(): void
}

/** A page that throws in a loop must not fill the memory. */
const PAGE_LIMIT = 20

export function createErrorBook(onChange: (errors: readonly LearnerError[]) => void): ErrorBook {
  let errors: Record<ErrorSource, readonly LearnerError[]> = { kernel: [], backend: [], page: [] }
  const all = () => [...errors.kernel, ...errors.backend, ...errors.page]
  const book: ErrorBook = {
    set(source, list) {
      if (errors[source].length === 0 && list.length === 0) return
      errors = { ...errors, [source]: list }
      onChange(all())
    },
    add(source, error) {
      book.set(source, [...errors[source], error].slice(-PAGE_LIMIT))
    },
    has: (source) => errors[source].length > 0,
    all,
    clear() {
      errors = { kernel: [], backend: [], page: [] }
      onChange([])
    },
  }
  return book
}
