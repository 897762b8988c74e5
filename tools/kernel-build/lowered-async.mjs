// Async functions become generators over promises, because native `await` cannot be observed and our
// AsyncLocalStorage stands on the patched `Promise.prototype.then` (playground/runtime/kernel/platform).
// For esbuild's `supported`, wherever code runs inside a request: server.js and kernel.worker.js.
// @ts-check

export const LOWERED_ASYNC = { 'async-await': false, 'async-generator': false, 'for-await': false }
