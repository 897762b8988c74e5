// The places that a defect can point at: the steps of a lesson, and the defects that a reference page names.
// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../build/build-if-changed.mjs'

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

/** Address of each page of docs and lessons → its MDX. */
export function readPageTexts() {
  /** @type {Map<string, string>} */
  const texts = new Map()
  for (const part of ['docs', 'learn']) {
    const folder = join(ROOT, 'content', part)
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.mdx')) continue
      const page = file.replaceAll('\\', '/').replace(/(^|\/)index\.mdx$|\.mdx$/, '')
      texts.set(`/${part}/${page ? `${page}/` : ''}`, readFileSync(join(folder, file), 'utf8'))
    }
  }
  return texts
}
