// What server.js needs beside Next's modules; bundled into it by tools/kernel-build. Runs in the kernel worker, after
// platform/install.ts.
export { createWebpackRequire } from './require.ts'

/**
 * `require` for harvested modules: Next's externals by their whole name, Node's modules from the platform.
 * @param externals functions, so that only what is asked for is evaluated
 */
export function createRequireExternal(
  externals: Readonly<Record<string, () => unknown>>,
): (id: string) => unknown {
  const requireNode: unknown = Reflect.get(globalThis, '__kernelRequireNode')
  if (typeof requireNode !== 'function')
    throw new Error('server.js was loaded before platform/install.ts.')
  return (id) => {
    const external = externals[id]
    if (external) return external()
    // Next looks for the one of a build on disk. The learner's is kernel/instrumentation.ts's to run.
    if (id.endsWith('/server/instrumentation.js')) return {}
    const node: unknown = requireNode(id)
    if (node === undefined)
      throw Object.assign(new Error(`Cannot find module '${id}'`), { code: 'MODULE_NOT_FOUND' })
    return node
  }
}
