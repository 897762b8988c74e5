// Where a learner was last, from what the lesson page keeps (playground/lessons/progress.ts). Runs anywhere.

/** As the lesson page keeps it: playground/ui/lesson/open-lesson.ts. */
export const PROGRESS_KEY = 'both-ends.progress'

export interface LastVisit {
  readonly lesson: string
  readonly step: string
}

/** null for nothing, and for what is not ours: it goes into an address. */
export function parseLastVisit(text: string | null): LastVisit | null {
  const kept: unknown = parseJson(text)
  if (!isRecord(kept) || !isRecord(kept['last'])) return null
  const { lesson, step } = kept['last']
  if (typeof lesson !== 'string' || !/^\d\d-[a-z0-9-]+$/.test(lesson)) return null
  if (typeof step !== 'string' || !/^[a-z0-9-]+$/.test(step)) return null
  return { lesson, step }
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
