// How many bytes each kind of visit may cost, brotli as a static host would send it, and what the page may cost after.
// A limit is raised only with a reason in the commit that does it.
// @ts-check

export const LIMITS = /** @type {const} */ ({
  /** JavaScript of a page of prose. */
  'docs page, JavaScript': 230_000,
  /** Everything, from both origins, until the first page shows rows from FastAPI. */
  '/play until the first page with data': 9_000_000,
  /** The same until nothing more is asked for. */
  '/play in all': 13_000_000,
  /** After all that, in idle time and at low priority: what a visit of /play keeps so that it works offline. */
  'kept for later, beyond /play in all': 15_000_000,
})

/** @typedef {keyof typeof LIMITS} BudgetName */
