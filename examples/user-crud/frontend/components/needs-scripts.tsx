/** In what stands in for a part that is still on the way: a script moves it here, and this browser may run none. */
export function NeedsScripts() {
  return (
    <noscript>
      <p>What belongs here is put in its place by a script, and scripts are off in this browser.</p>
    </noscript>
  )
}
