// Functions of Node's that have no counterpart in a worker: they exist, so that importing them works, and say so
// when called. Used by the modules of this folder.

/** @param module as people write it: `node:crypto` */
export function refuse(module: string, names: readonly string[]): Record<string, () => never> {
  return Object.fromEntries(
    names.map((name) => [
      name,
      () => {
        throw new Error(`${module} has no ${name} in the browser's Next.js.`)
      },
    ]),
  )
}
