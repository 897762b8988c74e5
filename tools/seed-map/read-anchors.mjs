// The places that a defect can point at: the steps of a lesson, and the defects that a reference page names.
// @ts-check

const NAMED = /<(?:Step|Defect) id="([^"]+)"/g

/**
 * @param {ReadonlyMap<string, string>} texts address of a page → its MDX
 * @returns {string[]} `/learn/02-params/#await`; twice when a page names it twice
 */
export function readAnchors(texts) {
  return Array.from(texts).flatMap(([address, text]) =>
    Array.from(withoutCode(text).matchAll(NAMED), ([, id]) => `${address}#${id}`),
  )
}

/** A tag that a code block only shows is no place. @param {string} text */
function withoutCode(text) {
  return text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '')
}
