// The files of a lesson's step, as it begins and as it ends: playground/lessons/step-files.ts does the same in the page.
// @ts-check

/** @typedef {import('../lesson-index/read-lesson.mjs').LessonFolder} LessonFolder */
/** @typedef {Record<string, string | { base64: string }>} Files */

/**
 * @param {LessonFolder} lesson
 * @param {Files} base
 * @param {string} id of the step
 * @param {string} which `start` or `solution`
 * @returns {Files}
 */
export function stepFiles({ steps }, base, id, which) {
  const last = steps.findIndex((step) => step.id === id)
  return steps.slice(0, last + 1).reduce((files, { starter, solution }, index) => {
    const begun = apply(files, starter)
    return index < last || which === 'solution' ? apply(begun, solution) : begun
  }, base)
}

/** @param {Files} files @param {import('../lesson-index/read-lesson.mjs').Overlay} overlay @returns {Files} */
function apply(files, overlay) {
  const next = { ...files }
  for (const [path, text] of Object.entries(overlay)) {
    if (text === null) delete next[path]
    else next[path] = text
  }
  return next
}
