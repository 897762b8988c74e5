// Lines with the time since the start in front, so that a person sees what is slow.
// @ts-check

/**
 * @param {(line: string) => void} [print]
 * @returns {(line: string) => void}
 */
export function createProgress(print = console.log) {
  const start = performance.now()
  return (line) => {
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    for (const part of line.split('\n')) print(`${seconds.padStart(6)} s  ${part}`)
  }
}
