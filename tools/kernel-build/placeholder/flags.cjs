// Loaded into `next build` itself: its workers evaluate pages, and pages read the open flags.
globalThis.__kernelFlags = {}
