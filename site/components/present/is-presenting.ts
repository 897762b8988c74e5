/** `?present`: the address of a lesson or a talk asks for the stage. In the browser only. */
export function isPresenting(): boolean {
  return new URLSearchParams(window.location.search).has('present')
}
