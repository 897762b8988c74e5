// For what has just taken the place of the thing that had the focus: a dialog's field, a Back button over its list.
export function focusOnMount(element: HTMLElement | null): void {
  element?.focus()
}
