// Role and name of an element, as far as lessons need them: the native elements, `role`, and the usual ways to give a name.
// The whole algorithm (https://www.w3.org/TR/accname-1.2/) is longer; what is left out is names from CSS content.
// Runs in the learner's page (the guest) and on documents that the site parsed.

const INPUT_ROLES: Readonly<Record<string, string>> = {
  button: 'button',
  checkbox: 'checkbox',
  image: 'button',
  number: 'spinbutton',
  radio: 'radio',
  range: 'slider',
  reset: 'button',
  search: 'searchbox',
  submit: 'button',
}

const TAG_ROLES: Readonly<Record<string, string>> = {
  article: 'article',
  button: 'button',
  dialog: 'dialog',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  img: 'img',
  li: 'listitem',
  main: 'main',
  nav: 'navigation',
  ol: 'list',
  option: 'option',
  output: 'status',
  select: 'combobox',
  table: 'table',
  textarea: 'textbox',
  tr: 'row',
  ul: 'list',
}

export function roleOf(element: Element): string | null {
  const given = element.getAttribute('role')?.trim().split(/\s+/)[0]
  if (given) return given
  const tag = element.localName
  if (tag === 'a') return element.hasAttribute('href') ? 'link' : null
  if (tag === 'input') return INPUT_ROLES[element.getAttribute('type') ?? 'text'] ?? 'textbox'
  return TAG_ROLES[tag] ?? null
}

export function nameOf(element: Element): string {
  const labelledBy = referenced(element, 'aria-labelledby')
  if (labelledBy !== '') return labelledBy
  const given = element.getAttribute('aria-label')?.trim()
  if (given) return given
  const label = labelsOf(element)
  if (label !== '') return label
  if (element.localName === 'img') return fold(element.getAttribute('alt') ?? '')
  if (isField(element)) return fold(element.getAttribute('placeholder') ?? '')
  const own = fold(element.textContent ?? '')
  if (own !== '') return own
  return fold(
    element.getAttribute('title') ?? element.querySelector('[aria-label]')?.ariaLabel ?? '',
  )
}

/** The texts of the elements that an attribute names by id. */
export function referenced(element: Element, attribute: string): string {
  const ids = (element.getAttribute(attribute) ?? '').split(/\s+/).filter((id) => id !== '')
  return fold(
    ids.map((id) => element.ownerDocument.getElementById(id)?.textContent ?? '').join(' '),
  )
}

function labelsOf(element: Element): string {
  const labels = 'labels' in element && element.labels instanceof NodeList ? element.labels : []
  return fold(Array.from(labels, (label) => label.textContent ?? '').join(' '))
}

/** `instanceof` would not do: a parsed document's elements are of this window, a page's of its own. */
export function isField(
  element: Element,
): element is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  const tag = element.localName
  if (tag === 'select' || tag === 'textarea') return true
  return (
    tag === 'input' &&
    !/^(hidden|button|submit|reset|image)$/.test(element.getAttribute('type') ?? '')
  )
}

export function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
