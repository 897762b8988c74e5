// The learner's work as it is kept between visits: which starter, and what differs from it. JSON text in localStorage,
// because only localStorage can be written while the page goes away. Runs anywhere; the storage is given.
import * as v from 'valibot'
import { packContent, unpackContent } from '../wire/base64.ts'
import type { FileChanges, Files } from '../wire/files.ts'

/** Where the draft's text goes. `write` throws when the browser does not keep it. */
export interface DraftStore {
  read(): string | null
  write(text: string): void
}

export interface Draft {
  /** A starter by name, or all the files when they came from elsewhere. */
  readonly from: { readonly name: string } | { readonly files: Files; readonly path: string }
  readonly edits: FileChanges
}

const Content = v.union([v.string(), v.object({ base64: v.string() })])

const DraftText = v.object({
  format: v.literal(1),
  from: v.union([
    v.object({ name: v.string() }),
    v.object({ files: v.record(v.string(), Content), path: v.string() }),
  ]),
  edits: v.record(v.string(), v.nullable(Content)),
})

export function formatDraft({ from, edits }: Draft): string {
  return JSON.stringify({
    format: 1,
    from: 'name' in from ? from : { files: mapContents(from.files, packContent), path: from.path },
    edits: mapContents(edits, (content) => (content === null ? null : packContent(content))),
  } satisfies v.InferInput<typeof DraftText>)
}

/** null when it is not a draft of ours: then the visit begins fresh. */
export function parseDraft(text: string | null): Draft | null {
  if (text === null) return null
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), DraftText), text)
  if (!parsed.success) return null
  const { from, edits } = parsed.output
  return {
    from:
      'name' in from ? from : { files: mapContents(from.files, unpackContent), path: from.path },
    edits: mapContents(edits, (content) => (content === null ? null : unpackContent(content))),
  }
}

function mapContents<From, To>(
  contents: Readonly<Record<string, From>>,
  map: (content: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(contents).map(([path, content]) => [path, map(content)]))
}
