// What makes a reference page one, and its code true: one sentence for each rule that is broken.
// @ts-check

const HEADINGS = [
  'The right form',
  'The form that people copy',
  'If you see this error',
  'More about it',
]
/** What may stand outside of `<Right>` and `<Wrong>`: nothing that anybody would copy as code. */
const PLAIN = new Set(['sh', 'text', 'http', 'sql'])

/**
 * @param {readonly import('./read-page.mjs').ReferencePage[]} pages
 * @param {Readonly<Record<string, import('./build.mjs').Reference>>} references
 * @param {(example: string) => import('./build.mjs').Files} readFiles
 * @param {ReadonlySet<string>} places pages of this site, and what can be linked to in them
 * @returns {string[]}
 */
export function findProblems(pages, references, readFiles, places) {
  const names = new Set(pages.map(({ name }) => name))
  const without = Object.keys(references).filter((name) => !names.has(name))
  return [
    ...without.map((name) => `references/pages.json: ${name} has no page.`),
    ...pages.flatMap((page) => {
      const reference = references[page.name]
      const found = reference
        ? findPageProblems(page, reference, readFiles(reference.example))
        : ['it is not in references/pages.json']
      const lost = page.links.filter((address) => !places.has(address))
      found.push(...lost.map((address) => `its link ${address} leads nowhere`))
      return found.map((problem) => `${page.name}.mdx: ${problem}.`)
    }),
  ]
}

/**
 * @param {import('./read-page.mjs').ReferencePage} page
 * @param {import('./build.mjs').Reference} reference
 * @param {import('./build.mjs').Files} files
 */
function findPageProblems({ name, runs, right, wrong, loose, headings }, reference, files) {
  const problems = []
  if (runs.length !== 1 || runs[0] !== name) problems.push(`it needs one <Right name="${name}">`)
  if (right.length === 0) problems.push('it has no right form')
  if (wrong.length === 0) problems.push('it has no form that people copy')
  if (headings.join() !== HEADINGS.join())
    problems.push(`its headings are not: ${HEADINGS.join(', ')}`)
  if (!(reference.open in files)) problems.push(`${reference.open} is not in ${reference.example}`)
  if (!right.some(({ file }) => file === reference.open))
    problems.push(`its right form shows nothing of ${reference.open}, which it opens`)
  for (const { file, code } of right) {
    if (file === null) problems.push('a right form does not name its file')
    else if (!isIn(files[file], code))
      problems.push(`a right form is not in examples/${reference.example}/${file}`)
  }
  if (loose.some(({ language }) => !PLAIN.has(language)))
    problems.push('code stands outside of <Right> and <Wrong>: nobody could tell which it is')
  return problems
}

/** Whole lines, as they stand. @param {string | { base64: string } | undefined} content @param {string} code */
function isIn(content, code) {
  return typeof content === 'string' && `\n${content}`.includes(`\n${code}`)
}
