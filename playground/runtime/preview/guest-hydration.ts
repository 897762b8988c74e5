// Whether React has taken an element over. A button clicked before that does what its markup says: a form without an
// action is sent as GET. A person is rarely that fast; a check is. Runs in the page, for the guest.

/** True as well on a page that Next did not render: there is nothing to wait for. */
export function isHydrated(element: Element, window: object): boolean {
  if (!('__next_f' in window)) return true
  // What stands in dangerouslySetInnerHTML is React's by its parent.
  return [element, element.parentElement].some((each) => each !== null && hasFiber(each))
}

/** React marks its elements so (react-dom, ReactDOMComponentTree); the rest of the name is random. */
function hasFiber(element: Element): boolean {
  return Object.keys(element).some((key) => key.startsWith('__reactFiber$'))
}
