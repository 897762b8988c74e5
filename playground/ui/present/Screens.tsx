// What stands there while a talk opens, and when it does not.
import type { ReactNode } from 'react'
import type { Failure } from '../../runtime/wire/failure.ts'
import { copy } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { joinClasses } from '../controls/join-classes.ts'
import tokens from '../tokens.module.css'
import layout from '../layout/layout.module.css'

export function Opening({ children }: { readonly children: ReactNode }) {
  return (
    <main className={joinClasses(tokens.tokens, layout.opening)} role="status">
      {children}
    </main>
  )
}

export function OpeningFailed({ failure }: { readonly failure: Failure }) {
  return (
    <main className={joinClasses(tokens.tokens, layout.opening)} role="alert">
      <p>
        {failure.message} {failure.next}
      </p>
      <Button onClick={() => window.location.reload()}>{copy.bar.retry}</Button>
    </main>
  )
}
