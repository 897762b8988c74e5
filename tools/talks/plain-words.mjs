// MDX as paragraphs of plain words: what a presenter reads. Only backticks stay, around code.
// @ts-check

/** @param {string} mdx @returns {string[]} */
export function plainParagraphs(mdx) {
  return mdx
    .replace(/```[\s\S]*?```/g, '')
    .replace(/^\|.*$/gm, '')
    .replace(/<\/?[A-Z][^>]*>/g, '\n\n')
    .split(/\n\s*\n/)
    .map(plainWords)
    .filter((paragraph) => paragraph !== '')
}

/** @param {string} paragraph */
function plainWords(paragraph) {
  return paragraph
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/\*\*?([^*]+)\*\*?/g, '$1')
    .replace(/^(#+|>|-|\d+\.)\s+/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
}
