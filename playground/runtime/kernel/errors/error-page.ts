// The page shown when there is no page to show: a file does not compile, a module threw while loading, a handler
// rejected. Plain HTML of ours, because Next's own cannot be built then. It reloads by itself once the kernel says
// that something changed.
import type { LearnerError } from '../../wire/learner-error.ts'

export function errorPage(title: string, error: LearnerError): string {
  const place = error.place ? `${error.place.file}:${error.place.line}:${error.place.column}` : ''
  const detail = error.codeFrame ?? ''
  const stack = error.stack ?? ''
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="next-error" content="both-ends"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main>
<p class="kind">${escapeHtml(title)}</p><h1>${escapeHtml(error.message)}</h1>
${place === '' ? '' : `<p class="place">${escapeHtml(place)}</p>`}
${detail === '' ? '' : `<pre>${escapeHtml(detail)}</pre>`}
${stack === '' ? '' : `<pre class="stack">${escapeHtml(stack)}</pre>`}
<p class="hint">This page reloads by itself when the file is mended.</p></main><script>${SCRIPT}</script></body></html>`
}

const STYLE = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{margin:0;padding:2rem;background:Canvas;color:CanvasText}
main{max-width:60rem;margin:auto}.kind{color:#c81e1e;font-weight:600;margin:0}h1{font-size:1.25rem;margin:.25rem 0 .5rem;white-space:pre-wrap}
.place{font-family:ui-monospace,monospace;margin:0 0 1rem}pre{overflow:auto;padding:1rem;border-radius:.5rem;background:color-mix(in srgb,CanvasText 8%,Canvas);font:13px/1.5 ui-monospace,monospace}
.stack{opacity:.8}.hint{opacity:.7;font-size:.875rem}@media(prefers-color-scheme:dark){.kind{color:#ff8080}}`

/** `updated` is anything but the errors themselves; the guest keeps messages until a listener is there. */
const SCRIPT = `(function(g){if(!g)return;g.onKernelMessage(function(m){if(!m)return;
if(m.type==='update'||m.type==='reload'||(m.type==='errors'&&m.errors.length===0&&g.hadErrors))location.reload();
if(m.type==='errors'&&m.errors.length>0)g.hadErrors=true})})(globalThis.__bothEnds)`

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
}
