// Few patterns that say one thing about each of many addresses. No address has two: hosts join what two rules say.
// @ts-check

/**
 * @typedef {object} Rule
 * @property {string} path an address, or a folder's address and `*`: `/embed/*`
 * @property {string} says
 */

/**
 * @param {readonly string[]} paths addresses of files; a folder's page ends in its slash
 * @param {(path: string) => string} tell
 * @returns {Rule[]} in the order of the paths
 */
export function coverPaths(paths, tell) {
  return coverFolder('/', paths, tell)
}

/** @param {string} folder @param {readonly string[]} paths below it @param {(path: string) => string} tell @returns {Rule[]} */
function coverFolder(folder, paths, tell) {
  const says = new Set(paths.map(tell))
  const [one] = says
  // Never the whole origin: what is no file has no rule.
  if (says.size === 1 && one !== undefined && folder !== '/')
    return [{ path: `${folder}*`, says: one }]
  /** @type {Map<string, string[]>} */
  const parts = new Map()
  for (const path of paths) {
    const slash = path.indexOf('/', folder.length)
    const part = slash === -1 ? path : path.slice(0, slash + 1)
    parts.set(part, [...(parts.get(part) ?? []), path])
  }
  return [...parts].flatMap(([part, below]) =>
    part.endsWith('/') && part !== folder
      ? coverFolder(part, below, tell)
      : below.map((path) => ({ path, says: tell(path) })),
  )
}

/** @param {string} pattern of a rule @param {string} path */
export function matches(pattern, path) {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern
}
