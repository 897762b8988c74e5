import { afterEach, describe, expect, test } from 'vitest'
import { actOn, describeElement, findElements } from './find-elements.ts'
import { visibleText } from './visible-text.ts'

const FORM = `
  <main>
    <h1>Add a person</h1>
    <form action="/people" method="post">
      <label for="name">Name</label> <input id="name" name="name" value="Ada" aria-invalid="true" aria-describedby="name-note">
      <p id="name-note">Too   short.</p>
      <label>Team <select name="team"><option value="">Choose</option><option value="design">Design</option></select></label>
      <button>Add</button>
      <button aria-label="Close" hidden>x</button>
    </form>
    <div style="display:none"><button>Add</button></div>
    <a href="/">Back</a>
  </main>`

const parsed = () => new DOMParser().parseFromString(`<body>${FORM}</body>`, 'text/html')
const live = () => {
  document.body.innerHTML = FORM
  return document
}

afterEach(() => document.body.replaceChildren())

describe.each([
  ['a page', live],
  ['a parsed document', parsed],
])('finding elements in %s', (_name, open) => {
  test('by role and name, hidden ones left out', () => {
    expect(findElements(open(), { role: 'button', name: 'Add' })).toHaveLength(1)
    expect(findElements(open(), { role: 'button', name: 'Close' })).toHaveLength(0)
    expect(
      findElements(open(), { role: 'heading', name: null }).map(({ textContent }) => textContent),
    ).toEqual(['Add a person'])
    expect(findElements(open(), { role: 'link', name: 'Back' })).toHaveLength(1)
  })

  test('a field by its label, with what is said about it', () => {
    const [field] = findElements(open(), { role: 'field', name: 'Name' })
    expect(field && describeElement(field)).toMatchObject({
      role: 'textbox',
      value: 'Ada',
      invalid: true,
      description: 'Too short.',
    })
  })

  test('fills a field and tells the page', () => {
    const page = open()
    const heard: string[] = []
    page.querySelector('input')?.addEventListener('input', () => heard.push('input'))
    expect(actOn(page, { query: { role: 'field', name: 'Name' }, fill: 'Grace' })).toBe('done')
    expect(page.querySelector('input')?.value).toBe('Grace')
    expect(heard).toEqual(['input'])
    expect(actOn(page, { query: { role: 'field', name: 'No such' }, fill: 'x' })).toBe('absent')
    const early = () => false
    const fill = { query: { role: 'field', name: 'Name' }, fill: 'Ada' } as const
    expect(actOn(page, fill, early)).toBe('not-ready')
    expect(page.querySelector('input')?.value).toBe('Grace')
  })
})

test('the text of a parsed document leaves hidden parts, scripts and styles out', () => {
  const page = new DOMParser().parseFromString(
    '<body><h1>Hello</h1><p>you  there</p><div hidden>secret</div><script>let x</script><style>a{}</style></body>',
    'text/html',
  )
  expect(visibleText(page.body)).toBe('Hello\nyou there')
})
