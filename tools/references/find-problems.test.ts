import { describe, expect, test } from 'vitest'
import { checkReferences } from './build.mjs'
import { findProblems } from './find-problems.mjs'
import { readPage } from './read-page.mjs'

const reference = { example: 'hello', open: 'backend/main.py', path: '/', shows: 'Hello' }
const files = { 'backend/main.py': 'import this\n\napp = FastAPI()\nrun(app)\n' }

const whole = `# Cors

Words.

## The right form

<Right name="cors">

\`\`\`py filename="backend/main.py"
app = FastAPI()
run(app)
\`\`\`

</Right>

## The form that people copy

<Wrong>

\`\`\`py
app = None
\`\`\`

</Wrong>

## If you see this error

\`\`\`text
No 'Access-Control-Allow-Origin' header
\`\`\`

## More about it

[Learn](/learn/)
`

function problemsOf(text: string, references = { cors: reference }): string[] {
  return findProblems([readPage('cors', text)], references, () => files, new Set(['/learn/']))
}

describe('a reference page', () => {
  test('of this repository shows what its example holds', () => {
    expect(checkReferences()).toEqual([])
  })

  test('is whole when its right form is in the example, line by line', () => {
    expect(problemsOf(whole)).toEqual([])
  })

  test.each([
    ['a right form is not in examples/hello/backend/main.py', ['run(app)', 'run(app, 1)']],
    ['a right form does not name its file', [' filename="backend/main.py"', '']],
    ['it needs one <Right name="cors">', ['name="cors"', 'name="jwt"']],
    ['it has no form that people copy', ['<Wrong>', '<Other>']],
    ['code stands outside of <Right> and <Wrong>', ['```text', '```py']],
    ['its link /lern/ leads nowhere', ['/learn/', '/lern/']],
    ['its headings are not: The right form', ['## More about it', '## More']],
  ])('%s', (sentence, [from = '', to = '']) => {
    expect(problemsOf(whole.replace(from, to)).join('\n')).toContain(`cors.mdx: ${sentence}`)
  })

  test('runs something, and what runs has a page', () => {
    expect(problemsOf(whole, { jwt: reference } as never)).toEqual([
      'references/pages.json: jwt has no page.',
      'cors.mdx: it is not in references/pages.json.',
    ])
  })
})
