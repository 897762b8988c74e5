// What callers of window.bothEnds pass, parsed once here; a sentence says what is wrong with it.
import * as v from 'valibot'
import { createFailure, FailureError } from '../runtime/wire/failure.ts'
import type { HeaderPairs } from '../runtime/wire/headers.ts'

const workspacePath = v.pipe(
  v.string('A path must be text, for instance "frontend/app/page.tsx".'),
  v.regex(
    /^(frontend|backend)\/(?!(.*\/)?\.{0,2}(\/|$))[^\\]*[^/\\]$/,
    'A path begins with "frontend/" or "backend/" and names a file below it.',
  ),
)

const appPath = v.pipe(
  v.string('An address must be text, for instance "/users?page=2".'),
  v.regex(/^\/(?!\/)/, 'An address begins with one slash, for instance "/users?page=2".'),
)

const headerPair = v.pipe(
  v.tuple([v.string(), v.string()], 'Each header is a pair of name and value.'),
  v.readonly(),
)

const content = v.union(
  [v.string(), v.instance(Uint8Array)],
  'A file must be text or a Uint8Array.',
)

const schemas = {
  path: workspacePath,
  text: v.string('The text of a file must be a string.'),
  address: appPath,
  sql: v.pipe(v.string('SQL must be text.'), v.trim(), v.nonEmpty('The SQL is empty.')),
  part: v.picklist(['frontend', 'backend', 'all'], 'Restart takes "frontend", "backend" or "all".'),
  flavour: v.picklist(['development', 'production'], 'A flavour is "development" or "production".'),
  workspace: v.object(
    {
      files: v.pipe(
        v.record(workspacePath, content, 'load() takes { files }, an object of paths and texts.'),
        v.check((files) => Object.keys(files).length > 0, 'load() needs at least one file.'),
      ),
    },
    'load() takes { files }, an object of paths and texts.',
  ),
  request: v.object(
    {
      host: v.picklist(['frontend', 'backend'], 'The host is "frontend" or "backend".'),
      method: v.optional(
        v.pipe(
          v.string(),
          v.regex(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/, 'That is not an HTTP method.'),
        ),
        'GET',
      ),
      path: appPath,
      headers: v.optional(
        v.union(
          [v.pipe(v.array(headerPair), v.readonly()), v.record(v.string(), v.string())],
          'Headers are pairs, or an object of names and values.',
        ),
        [],
      ),
      body: v.optional(
        v.union([v.string(), v.instance(Uint8Array)], 'A body is text or a Uint8Array.'),
      ),
    },
    'request() takes { host, method, path, headers, body }.',
  ),
}

type Schemas = typeof schemas

/** Throws FailureError `bad-input` with the first sentence that applies. */
export function parseInput<Name extends keyof Schemas>(
  name: Name,
  value: unknown,
): v.InferOutput<Schemas[Name]> {
  const result = v.safeParse(schemas[name], value)
  if (result.success) return result.output
  const [issue] = result.issues
  throw new FailureError(createFailure('automation', 'bad-input', issue.message))
}

export function toHeaderPairs(
  headers: HeaderPairs | Readonly<Record<string, string>>,
): HeaderPairs {
  return isPairs(headers) ? headers : Object.entries(headers)
}

function isPairs(headers: HeaderPairs | Readonly<Record<string, string>>): headers is HeaderPairs {
  return Array.isArray(headers)
}
