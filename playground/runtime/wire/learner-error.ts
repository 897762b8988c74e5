// Errors in the learner's code, from either end. Their text and stack stay their own; only paths are mapped
// to workspace paths (`frontend/app/page.tsx`, `backend/main.py`).

export interface CodePlace {
  /** Workspace path. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
}

export interface LearnerError {
  readonly end: 'next' | 'python'
  readonly message: string
  readonly place: CodePlace | null
  /** Source lines around the place, with a marker, as the tool itself prints them. */
  readonly codeFrame: string | null
  readonly stack: string | null
}
