// What may be wrong with the seed map, one sentence for each.
// @ts-check

/**
 * @typedef {object} Defect
 * @property {string} id
 * @property {string} says in our words
 * @property {string[]} targets where it is taught: `/learn/02-params/#await`
 */

/**
 * @typedef {object} Snippet one file of the seed
 * @property {string} id
 * @property {string} file
 * @property {string} section the seed's own heading
 * @property {Defect[]} defects
 */

/**
 * @param {readonly Snippet[]} seed
 * @param {readonly string[]} anchors every place there is
 * @returns {string[]}
 */
export function findProblems(seed, anchors) {
  const defects = seed.flatMap((snippet) => snippet.defects)
  const ids = [...seed.map(({ id }) => id), ...defects.map(({ id }) => id)]
  const places = new Set(anchors)
  return [
    ...repeated(ids).map((id) => `${id}: two have this id.`),
    ...repeated(anchors).map((anchor) => `${anchor}: two places of the page have this id.`),
    ...seed.filter((snippet) => snippet.defects.length === 0).map(({ id }) => `${id}: no defects.`),
    ...defects.flatMap((defect) => findDefectProblems(defect, places)),
  ]
}

/** @param {Defect} defect @param {ReadonlySet<string>} places */
function findDefectProblems({ id, says, targets }, places) {
  const problems = []
  if (says.trim() === '') problems.push(`${id}: it says nothing.`)
  if (targets.length === 0) problems.push(`${id}: it is taught nowhere.`)
  for (const target of targets)
    if (!places.has(target)) problems.push(`${id}: there is no ${target}.`)
  return problems
}

/** @param {readonly string[]} values */
function repeated(values) {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}
