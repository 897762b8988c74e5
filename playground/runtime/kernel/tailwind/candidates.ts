// What in a source file may be a class of Tailwind's: everything between the characters that end a class. Its own scanner
// is native code; this one gives more than that does, and Tailwind drops what is no utility. Part of tailwind.js.

const BLANKS = ' \t\n\r\f'
const QUOTES = '"\'`'
/** What a class holds outside of brackets. */
const PLAIN = /[\w\-.:/%!@*\u{80}-\u{10ffff}]/u
const CLOSING = new Map([
  ['[', ']'],
  ['(', ')'],
  ['{', '}'],
])
/** Nobody writes a longer one, and a minified file must not be read to its end from each of its brackets. */
const LONGEST_BRACKET = 250

/** Names of theme variables (`--color-red-500`) too: Tailwind keeps those that are used. */
export function findCandidates(text: string): Set<string> {
  const found = new Set(text.match(/--[\w-]+/g))
  for (let start = 0; start < text.length; start += 1) {
    if (start > 0 && !mayPrecede(text.charAt(start - 1))) continue
    const end = endOfClass(text, start)
    // `_flex`, `"/flex"`, `{ flex: isRow }`, the end of a sentence.
    if (end > start) found.add(text.slice(start, end).replace(/^[_/]+|[.:]+$/g, ''))
  }
  found.delete('')
  return found
}

/** Whatever ends a class, and the dot of `.flex`. */
function mayPrecede(char: string): boolean {
  return char === '.' || !PLAIN.test(char)
}

/** Of a stylesheet only the variables matter that it uses. */
export function findVariables(css: string): Set<string> {
  return new Set([...css.matchAll(/\bvar\(\s*(--[\w-]+)/g)].map(([, name = '']) => name))
}

function endOfClass(text: string, start: number): number {
  let at = start
  while (at < text.length) {
    const char = text.charAt(at)
    if (char === '[' || char === '(') {
      const end = endOfBracket(text, at)
      if (end === null) return at
      at = end
    } else if (PLAIN.test(char)) at += 1
    else return at
  }
  return at
}

/** `[url('a)')]` as a whole; null when it is none of a class, which has no blanks. */
function endOfBracket(text: string, start: number): number | null {
  const open: string[] = []
  let quote: string | null = null
  const last = Math.min(text.length, start + LONGEST_BRACKET)
  for (let at = start; at < last; at += 1) {
    const char = text.charAt(at)
    if (BLANKS.includes(char)) return null
    if (char === '\\') at += 1
    else if (quote !== null) quote = char === quote ? null : quote
    else if (QUOTES.includes(char)) quote = char
    else if (CLOSING.has(char)) open.push(CLOSING.get(char) ?? '')
    else if (')]}'.includes(char) && open.pop() !== char) return null
    if (open.length === 0) return at + 1
  }
  return null
}
