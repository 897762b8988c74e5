// npm run words: names and prose without the words that style.md's table replaces. Exit code 1 on a finding.
// @ts-check
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../build/build-if-changed.mjs'
import { findInCode, findInPath, findInProse } from './find-words.mjs'

const CODE = /^(playground|site|tools|tests|lessons)\/.*\.(ts|tsx|mjs)$/
const PROSE =
  /^content\/.*\.mdx$|^playground\/ui\/copy\.ts$|^playground\/ui\/lesson\/lesson-copy\.ts$/
const EXEMPT = /\/generated\/|\/(starter|solution|also-right|still-wrong)\/|^tools\/check-words\//

/** Files that git knows or would add; files that it ignores are not ours to judge. */
function listFiles() {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
    { cwd: ROOT },
  )
  return listed
    .toString()
    .split('\0')
    .filter((path) => path !== '' && !EXEMPT.test(path) && existsSync(join(ROOT, path)))
}

const findings = listFiles().flatMap((path) => {
  const read = () => readFileSync(join(ROOT, path), 'utf8')
  return [
    ...(CODE.test(path) ? [...findInPath(path), ...findInCode(path, read())] : []),
    ...(PROSE.test(path) ? findInProse(path, read()) : []),
  ]
})

for (const { path, line, name, word, instead } of findings) {
  console.log(`${path}:${line}  "${name}" says "${word}": ${instead}`)
}
if (findings.length > 0) {
  console.log(
    `\n${findings.length} names or phrases to change; an honest use goes into tools/check-words/words.mjs with its reason.`,
  )
  process.exitCode = 1
}
