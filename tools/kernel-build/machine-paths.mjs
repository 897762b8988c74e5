// No path of the building machine may stand in a built file: it would leak, and two machines would build two kernels.
// Used on every text before it is written.
// @ts-check
import { join, relative, sep } from 'node:path'
import { ROOT } from '../build/build-if-changed.mjs'

/**
 * As if the app's directory were the file system's root with node_modules in it: `/node_modules/next/…`,
 * `(rsc)/./node_modules/next/…`.
 * @param {string} appDirectory absolute
 * @returns {(text: string) => string}
 */
export function createPathRemover(appDirectory) {
  const upToModules = relative(appDirectory, join(ROOT, 'node_modules')).split(sep).join('/')
  return (text) =>
    [appDirectory, encodeURIComponent(appDirectory), ROOT, encodeURIComponent(ROOT)]
      .reduce((result, path) => result.replaceAll(path, ''), text)
      .replaceAll(`/${upToModules}/`, '/./node_modules/')
}

/** @param {string} text @param {string} name of the file, for the sentence */
export function refuseMachinePaths(text, name) {
  for (const path of [ROOT, encodeURIComponent(ROOT)]) {
    const at = text.indexOf(path)
    if (at >= 0)
      throw new Error(
        `${name} holds a path of this machine: …${text.slice(Math.max(0, at - 40), at + 80)}…`,
      )
  }
}
