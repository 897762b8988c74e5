// What the step writes into files that other steps built. All of it can be done again over itself.
// @ts-check

const LIST = /^var BOTH_ENDS_KEPT=.*\n/
const METAS =
  /<meta name="both-ends-site" content="[^"]*"\/><meta name="both-ends-preview" content="[^"]*"\/>/

/** @param {string} script a service worker's @param {object} list */
export function withList(script, list) {
  return `var BOTH_ENDS_KEPT=${JSON.stringify(list)};\n${script.replace(LIST, '')}`
}

/**
 * Which version a page of the site is of, and which preview it was built with.
 * @param {string} html @param {string} site @param {string} preview
 */
export function nameVersions(html, site, preview) {
  const metas = `<meta name="both-ends-site" content="${site}"/><meta name="both-ends-preview" content="${preview}"/>`
  return METAS.test(html) ? html.replace(METAS, metas) : html.replace('<head>', `<head>${metas}`)
}

/**
 * A page of the preview asks for its script by version. @param {string} html @param {string} version
 */
export function nameVersion(html, version) {
  const query = version === '' ? '' : `?v=${version}`
  return html.replace(/(src="\/__host__\/\w+\.js)(\?v=\w*)?"/, `$1${query}"`)
}
