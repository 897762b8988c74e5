// Finds elements the way a person does, by role and name, and does to them what a person would. Hidden parts do not
// count: Next keeps trees of pages that were left in the document. Runs where accessible-name.ts does.
import type { ActOutcome, ElementQuery, FoundElement, PageAction } from '../wire/message.ts'
import { fold, isField, nameOf, referenced, roleOf } from './accessible-name.ts'

export function findElements(document: Document, { role, name }: ElementQuery): Element[] {
  const wanted = name === null ? null : fold(name)
  return [...document.querySelectorAll('*')].filter(
    (element) =>
      (role === 'field' ? isField(element) : roleOf(element) === role) &&
      isVisible(element) &&
      (wanted === null || nameOf(element) === wanted),
  )
}

export function describeElement(element: Element): FoundElement {
  return {
    role: roleOf(element) ?? '',
    name: nameOf(element),
    text: fold(element.textContent ?? ''),
    value: isField(element) ? valueOf(element) : null,
    disabled: element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true',
    invalid: element.getAttribute('aria-invalid') === 'true',
    description: referenced(element, 'aria-describedby'),
  }
}

/** `isReady` says whether the element would react as its author means it. */
export function actOn(
  document: Document,
  { query, fill }: PageAction,
  isReady: (element: Element) => boolean = () => true,
): ActOutcome {
  const [element] = findElements(document, query)
  if (!element || (fill !== null && !isField(element))) return 'absent'
  if (!isReady(element)) return 'not-ready'
  if (fill === null) clickElement(element)
  else if (isField(element)) fillField(element, fill)
  return 'done'
}

/** A parsed document has no layout: there only `hidden` and an inline style count. */
function isVisible(element: Element): boolean {
  if (element.ownerDocument.defaultView)
    return element.checkVisibility({ visibilityProperty: true })
  return element.closest('[hidden], template, script, style, [style*="display:none"]') === null
}

function valueOf(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): string {
  const isChoice = field.localName === 'input' && /^(checkbox|radio)$/.test(field.type)
  if (isChoice && 'checked' in field) return String(field.checked)
  return field.value
}

function clickElement(element: Element): void {
  if ('click' in element && typeof element.click === 'function') element.click()
}

/** By the prototype's setter: React watches the element's own, and would take the event for one that changed nothing. */
function fillField(
  field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
  text: string,
): void {
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set
  if (setter) setter.call(field, text)
  else field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.dispatchEvent(new Event('change', { bubbles: true }))
}
