// Medians, because one slow sample on a shared machine says nothing.
// @ts-check

/** @param {readonly number[]} values at least one */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/**
 * One row of the table: what was measured here, what the real thing took in the same run, what we aim at.
 * @typedef {object} Row
 * @property {string} what
 * @property {readonly number[]} ours
 * @property {readonly number[]} [reference]
 * @property {string} [referenceIs]
 * @property {number} [aim] the median should not be over it
 * @property {'ms' | 'kB' | 'MB' | 'frames'} unit
 */

/** @param {readonly Row[]} rows @returns {string} Markdown */
export function formatTable(rows) {
  const lines = rows.map(({ what, ours, reference, referenceIs, aim, unit }) => {
    const value = median(ours)
    const beside =
      reference === undefined
        ? ''
        : `${format(median(reference), unit)} (${referenceIs ?? 'reference'})`
    const limit = aim === undefined ? '' : `≤ ${format(aim, unit)}`
    return `| ${what} | ${format(value, unit)} | ${ours.length} | ${beside} | ${limit} | ${verdict(value, aim, reference)} |`
  })
  return [
    '| | median | samples | beside it | aim | |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n')
}

/** @param {number} value @param {number | undefined} aim @param {readonly number[] | undefined} reference */
function verdict(value, aim, reference) {
  if (aim !== undefined && value > aim) return 'over its aim'
  if (reference !== undefined && value > median(reference)) return 'slower than the real one'
  return ''
}

/** @param {number} value @param {Row['unit']} unit */
function format(value, unit) {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`
}
