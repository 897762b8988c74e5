// The boot list: each stage timed, called slow after its usual time, failed at its deadline. Runs on the page.
import { createFailure, FailureError, toFailure, type Failure } from '../../wire/failure.ts'
import type { Stage, StageName } from '../../wire/stage.ts'

interface Limits {
  /** Milliseconds after which the list says that it takes longer than usual. */
  readonly usual: number
  /** Milliseconds after which it has failed. */
  readonly deadline: number
}

const LIMITS: Record<StageName, Limits> = {
  host: { usual: 3_000, deadline: 30_000 },
  container: { usual: 10_000, deadline: 60_000 },
  packages: { usual: 15_000, deadline: 120_000 },
  relay: { usual: 5_000, deadline: 30_000 },
  next: { usual: 8_000, deadline: 90_000 },
  client: { usual: 45_000, deadline: 240_000 },
  python: { usual: 12_000, deadline: 180_000 },
  fastapi: { usual: 5_000, deadline: 60_000 },
  database: { usual: 3_000, deadline: 30_000 },
  'first-page': { usual: 8_000, deadline: 60_000 },
}

export interface StageBoard {
  /** Runs work as a stage: times it, gives it its deadline, marks how it ended. */
  run<T>(name: StageName, work: () => Promise<T>): Promise<T>
  /** Rejects when the work is not done by the stage's deadline; marks nothing. */
  withDeadline<T>(name: StageName, work: Promise<T>): Promise<T>
  /** The first of these that is under way, or null. */
  findOpen(names: readonly StageName[]): StageName | null
  begin(name: StageName): void
  end(name: StageName): void
  fail(name: StageName, failure: Failure): void
  detail(name: StageName, detail: string): void
  reset(): void
  stages(): readonly Stage[]
}

interface Row {
  stage: Stage
  begunAt: number
  timer: ReturnType<typeof setTimeout> | undefined
}

/** `names`: what this engine's start consists of, in the order shown. */
export function createStageBoard(
  names: readonly StageName[],
  onChange: (stages: readonly Stage[]) => void,
): StageBoard {
  let rows = freshRows()
  const report = () => onChange(names.map((name) => rows[name].stage))
  const change = (name: StageName, part: Partial<Stage>) => {
    rows[name].stage = { ...rows[name].stage, ...part }
    report()
  }
  const settle = (name: StageName, part: Partial<Stage>) => {
    clearTimeout(rows[name].timer)
    change(name, { ms: performance.now() - rows[name].begunAt, detail: null, ...part })
  }
  const isOpen = (name: StageName) => ['running', 'slow'].includes(rows[name].stage.state)

  const board: StageBoard = {
    async run(name, work) {
      board.begin(name)
      try {
        const value = await board.withDeadline(name, work())
        board.end(name)
        return value
      } catch (cause) {
        const failure = toFailure(name, cause)
        board.fail(name, failure)
        throw new FailureError(failure)
      }
    },
    withDeadline(name, work) {
      const { deadline } = LIMITS[name]
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          const doing = rows[name].stage.detail
          const message = `No answer after ${deadline / 1000} s${doing ? ` while ${doing}` : ''}.`
          reject(new FailureError(createFailure(name, 'deadline', message)))
        }, deadline)
        work.then(resolve, reject).finally(() => clearTimeout(timer))
      })
    },
    findOpen: (sought) => sought.find(isOpen) ?? null,
    begin(name) {
      if (isOpen(name)) return
      rows[name].begunAt = performance.now()
      const { usual } = LIMITS[name]
      rows[name].timer = setTimeout(() => change(name, { state: 'slow', ms: usual }), usual)
      change(name, { state: 'running', ms: null, detail: null, failure: null })
    },
    end(name) {
      if (rows[name].stage.state === 'waiting') rows[name].begunAt = performance.now()
      if (rows[name].stage.state !== 'failed') settle(name, { state: 'done' })
    },
    fail(name, failure) {
      // First failure wins: what follows is its consequence.
      if (rows[name].stage.state !== 'failed') settle(name, { state: 'failed', failure })
    },
    detail(name, detail) {
      if (isOpen(name)) change(name, { detail })
    },
    reset() {
      for (const name of names) clearTimeout(rows[name].timer)
      rows = freshRows()
      report()
    },
    stages: () => names.map((name) => rows[name].stage),
  }

  return board
}

function freshRows(): Record<StageName, Row> {
  const row = (name: StageName): Row => ({
    stage: { name, state: 'waiting', ms: null, detail: null, failure: null },
    begunAt: 0,
    timer: undefined,
  })
  return {
    host: row('host'),
    container: row('container'),
    packages: row('packages'),
    relay: row('relay'),
    next: row('next'),
    client: row('client'),
    python: row('python'),
    fastapi: row('fastapi'),
    database: row('database'),
    'first-page': row('first-page'),
  }
}
