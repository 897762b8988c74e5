// The rules of content/docs/writing-lessons.mdx that a program can see, one sentence for each that is broken.
// @ts-check

const MOST_WORDS = 900

/** @param {import('./read-lesson.mjs').LessonFolder} lesson @returns {string[]} */
export function findProblems({ slug, definition, steps, prose }) {
  const problems = []
  if (!/^\d\d-[a-z0-9-]+$/.test(slug)) problems.push('its folder is called like 02-params')
  if (steps.length < 2 || steps.length > 4)
    problems.push(`it has ${steps.length} steps, not two to four`)
  const words = countWords(prose)
  if (words === 0) problems.push('it has no words in content/learn')
  if (words > MOST_WORDS) problems.push(`its prose has ${words} words; ${MOST_WORDS} are the most`)
  if (!/^## On your machine$/m.test(prose)) problems.push('it does not end with “On your machine”')
  for (const step of steps) problems.push(...findStepProblems(step, definition, prose))
  return problems.map((problem) => `${slug}: ${problem}.`)
}

/**
 * @param {import('./read-lesson.mjs').StepFolder} step
 * @param {import('./read-lesson.mjs').LessonDefinition} definition
 * @param {string} prose
 */
function findStepProblems(step, definition, prose) {
  const { id, starter, solution, alsoRight, stillWrong, hasChecks } = step
  const problems = []
  if (!prose.includes(`<Step id="${id}"`)) problems.push('the words do not tell it')
  if (!hasChecks) problems.push('it has no checks.ts')
  // A later step may begin where the one before it ended: its symptom is in what that left.
  if (Object.keys(starter).length === 0 && definition.steps[0]?.id === id)
    problems.push('its starter is empty')
  if (Object.keys(solution).length === 0) problems.push('its solution is empty')
  if (Object.keys(alsoRight).length < 1) problems.push('it has no also-right answer')
  if (Object.keys(stillWrong).length < 2) problems.push('it has fewer than two still-wrong answers')
  for (const [name, overlay] of [alsoRight, stillWrong].flatMap(Object.entries)) {
    if (Object.keys(overlay).length === 0) problems.push(`its answer ${name} is empty`)
  }
  for (const path of Object.keys({ ...starter, ...solution })) {
    if (!/^(frontend|backend)\/./.test(path)) problems.push(`${path} is outside the workspace`)
  }
  const { title } = definition.steps.find((entry) => entry.id === id) ?? { title: '' }
  if (title === '') problems.push('it has no title')
  return problems.map((problem) => `step ${id}: ${problem}`)
}

/** Words a person reads: code blocks, tags and front matter left out. @param {string} prose */
export function countWords(prose) {
  const text = prose
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/```[\s\S]*?```/g, '')
    .replace(/<[^>]+>/g, ' ')
  return text.split(/\s+/).filter((word) => /\w/.test(word)).length
}
