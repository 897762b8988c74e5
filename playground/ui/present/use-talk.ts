// A talk by its name, for the pages that start no engine.
import { useEffect, useState } from 'react'
import type { Talk } from '../../present/talk.ts'
import { toFailure, type Failure } from '../../runtime/wire/failure.ts'
import { loadTalkOf } from './open-stage.ts'

export function useTalk(slug: string): { talk: Talk | null; failure: Failure | null } {
  const [talk, setTalk] = useState<Talk | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    let gone = false
    loadTalkOf(slug).then(
      (loaded) => !gone && setTalk(loaded),
      (cause: unknown) => !gone && setFailure(toFailure('talk', cause)),
    )
    return () => {
      gone = true
    }
  }, [slug])
  return { talk, failure }
}
