// What the page asks of ruff's worker. Positions are Monaco's: lines and columns from 1, in UTF-16 units.

export interface RuffRange {
  readonly startLineNumber: number
  readonly startColumn: number
  readonly endLineNumber: number
  readonly endColumn: number
}

export interface RuffDiagnostic extends RuffRange {
  /** `F401`; null for a syntax error. */
  readonly code: string | null
  readonly message: string
  /** Shown faded: an import that nothing uses. */
  readonly isUnnecessary: boolean
  readonly fix: { readonly title: string; readonly edits: readonly RuffEdit[] } | null
}

export interface RuffEdit extends RuffRange {
  readonly text: string
}

export interface RuffCalls {
  /** `pyproject.toml` as it is now: its `[tool.ruff]` rules. Without it, or where it is wrong, ruff's own defaults do. */
  configure(manifest: string | null): null
  check(source: string): readonly RuffDiagnostic[]
  /** null when the source has a syntax error: there is nothing to format then. */
  format(source: string): string | null
}

export interface RuffOffer {
  readonly calls: RuffCalls
  readonly events: object
}
