// Where the two halves of the site live. Both are build settings: the bundler replaces the two globals
// (tools/preview-build, tools/site-build); unbundled code (unit tests) gets the local defaults. What is built in is an address
// with a query that names it, and the query is dropped here: by it `npm run serve` finds the places in what is built
// and puts the room's origins there (tools/serve/built-origins.mjs).

declare const BOTH_ENDS_SITE_ORIGIN: string | undefined
declare const BOTH_ENDS_PREVIEW_ORIGIN: string | undefined

/** The site: prose, editor, wire. Holds everything of the learner's. */
export const SITE_ORIGIN = /* @__PURE__ */ originOf(
  typeof BOTH_ENDS_SITE_ORIGIN === 'string' ? BOTH_ENDS_SITE_ORIGIN : 'http://localhost:3000',
)

/** The preview: host.html, the workers and the learner's pages. Another site on purpose (architecture.md). */
export const PREVIEW_ORIGIN = /* @__PURE__ */ originOf(
  typeof BOTH_ENDS_PREVIEW_ORIGIN === 'string' ? BOTH_ENDS_PREVIEW_ORIGIN : 'http://127.0.0.1:3001',
)

function originOf(address: string): string {
  return new URL(address).origin
}
