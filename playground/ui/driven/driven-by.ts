// The page around this frame, once it drives it: shown to the reader, who should know who reads along.
import { createReadable } from '../../runtime/workspace/readable.ts'

/** `host` is null for a page without an origin. */
export const drivenBy = createReadable<{ readonly host: string | null } | null>(null)
