// The page shown when there is no page to show: a file does not compile, a module threw while loading, a handler
// rejected. Plain HTML of ours, because Next's own cannot be built then. It reloads by itself once the kernel says
// that something changed.
import type { LearnerError } from '../../wire/learner-error.ts'
import type { Flavour } from '../../wire/message.ts'

/** `build`: it cannot be compiled or resolved. `run`: it threw. `missing`: there is nothing to show. */
export type ErrorKind = 'build' | 'run' | 'missing'

const TITLES: Record<ErrorKind, string> = {
  build: 'Failed to compile',
  run: 'Unhandled Runtime Error',
  missing: 'Nothing here',
}

export function errorPage(kind: ErrorKind, flavour: Flavour, error: LearnerError): string {
  const title = TITLES[kind]
  const place = error.place ? `${error.place.file}:${error.place.line}:${error.place.column}` : ''
  const detail = error.codeFrame ?? ''
  const stack = error.stack ?? ''
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="next-error" content="both-ends"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body data-kind="${kind}" data-flavour="${flavour}"><main>
<p class="kind">${escapeHtml(title)}</p><h1>${escapeHtml(error.message)}</h1>
${place === '' ? '' : `<p class="place">${escapeHtml(place)}</p>`}
${detail === '' ? '' : `<pre>${escapeHtml(detail)}</pre>`}
${stack === '' ? '' : `<pre class="stack">${escapeHtml(stack)}</pre>`}
<p class="hint">This page reloads by itself when the files change.</p></main><script>${SCRIPT}</script></body></html>`
}

const STYLE = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{margin:0;padding:2rem;background:Canvas;color:CanvasText}
main{max-width:60rem;margin:auto}.kind{color:#c81e1e;font-weight:600;margin:0}h1{font-size:1.25rem;margin:.25rem 0 .5rem;white-space:pre-wrap}
.place{font-family:ui-monospace,monospace;margin:0 0 1rem}pre{overflow:auto;padding:1rem;border-radius:.5rem;background:color-mix(in srgb,CanvasText 8%,Canvas);font:13px/1.5 ui-monospace,monospace}
.stack{opacity:.8}.hint{opacity:.7;font-size:.875rem}@media(prefers-color-scheme:dark){.kind{color:#ff8080}}`

/** The kernel answers `hello` with the errors of now; for a build error, none means that it is mended already. */
const SCRIPT = `(function(g){if(!g)return;var build=document.body.dataset.kind==='build';g.onKernelMessage(function(m){
if(m&&(m.type==='update'||m.type==='reload'||build&&m.type==='errors'&&m.errors.length===0))location.reload()});
if(build)g.toKernel({type:'hello',flavour:document.body.dataset.flavour})})(globalThis.__bothEnds)`

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
}
