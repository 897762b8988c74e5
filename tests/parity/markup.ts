// A document of Next as lines that can be compared: one tag or text a line, without what the bundler decides.
import { plainClassNames } from './class-names.ts'
import { failureMarks, settleFailures, settleStreamedHead } from './streamed-head.ts'

/**
 * - Scripts go: they hold bundled files and the router data, which has steps of its own (flight.ts).
 * - Streamed parts are put where the page's own script would put them: whether a part came with the first flush is a
 *   matter of milliseconds, and readers end with the same page. So it is with metadata, and with parts that failed.
 * - Links to stylesheets and preloads go: in how many files the CSS comes is the bundler's choice.
 * - A mark that separates a text from what follows goes where that is no text: React writes it when it waited for the
 *   text, which is a matter of milliseconds.
 * - The hidden fields of an action's form are sorted: React appends them as their parts are encrypted.
 * - Attributes are sorted: their order means nothing.
 * - Class names of CSS modules become what the stylesheet calls them.
 */
export function toMarkupLines(html: string): readonly string[] {
  const parts = settleStreamedParts(settleFailures(withoutScripts(html)))
  const settled = settleStreamedHead(parts)
  return settled
    .replace(/<link\b[^>]*(?:rel="(?:stylesheet|preload)"|href="\/_next\/)[^>]*>/g, '')
    .replace(/<!-- -->(?=<)/g, '')
    .replace(/<style\b[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/<meta name="next-size-adjust"[^>]*>/g, '')
    .replace(/ class="([^"]*)"/g, (_, names: string) => ` class="${plainClassNames(names)}"`)
    .replace(/(?:<input type="hidden" name="\$ACTION_[^>]*>)+/g, sortHiddenFields)
    .replace(/(<[^>]+>)/g, (tag) => `\n${sortAttributes(tag)}\n`)
    .split('\n')
    .filter((line) => line.trim() !== '')
}

function sortHiddenFields(fields: string): string {
  return [...fields.matchAll(/<[^>]*>/g)]
    .map(([field]) => field)
    .sort()
    .join('')
}

function sortAttributes(tag: string): string {
  const [, name = '', attributes = '', end = ''] =
    /^<([\w-]+)((?: [\w:.-]+(?:="[^"]*")?)+)(\/?>)$/.exec(tag) ?? []
  if (name === '') return tag
  const sorted = [...attributes.matchAll(/ [\w:.-]+(?:="[^"]*")?/g)].map(([one]) => one).sort()
  return `<${name}${sorted.join('')}${end}`
}

/** Keeps the calls that move streamed parts, as marks for the step after. */
function withoutScripts(html: string): string {
  return html.replace(/<script\b[^>]*>([\s\S]*?)<\/script>/g, (_, code: string) => {
    const moves = [...code.matchAll(/\$R([CRXS])\("([BSP]:\w+)","([BSP]:\w+)"/g)]
    const marks = moves.map(([, kind = '', one = '', other = '']) => moveMark(kind, one, other))
    return [...marks, ...failureMarks(code)].join('')
  })
}

/** `$RC(boundary, segment)` fills a boundary; `$RS(segment, place)` a place inside a part that is itself streamed. */
function moveMark(kind: string, one: string, other: string): string {
  return kind === 'S' ? `<!--move ${other} ${one}-->` : `<!--move ${one} ${other}-->`
}

function settleStreamedParts(html: string): string {
  let settled = html
  for (const [mark, place = '', segment = ''] of html.matchAll(/<!--move ([BP]:\w+) (S:\w+)-->/g)) {
    settled = settled.replace(mark, '')
    const content = takeHiddenPart(settled, segment)
    if (content === null) continue
    const { part, rest } = content
    settled = place.startsWith('P:')
      ? fillPlace(rest, `<template id="${place}"></template>`, part)
      : replaceFallback(rest, place, part)
  }
  return settled
}

/** Between two texts stands the mark that React would have written if the part had been ready. */
function fillPlace(html: string, place: string, part: string): string {
  const at = html.indexOf(place)
  if (at === -1) return html
  const before = html.slice(0, at)
  const mark = /[^>]$/.test(before) && /^[^<]/.test(part) ? '<!-- -->' : ''
  return before + mark + part + html.slice(at + place.length)
}

/** Cuts `<div hidden id="S:0">…</div>` out. */
function takeHiddenPart(html: string, id: string): { part: string; rest: string } | null {
  const opening = new RegExp(`<div hidden(?:="")? id="${id}">`).exec(html)
  if (opening === null) return null
  const start = opening.index + opening[0].length
  const tags = /<(\/?)div\b[^>]*>/g
  tags.lastIndex = start
  let depth = 1
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    depth += tag[1] === '/' ? -1 : 1
    if (depth > 0) continue
    const part = html.slice(start, tag.index)
    return { part, rest: html.slice(0, opening.index) + html.slice(tag.index + tag[0].length) }
  }
  return null
}

/** Puts `part` in place of the fallback between the boundary's template and its closing comment. */
function replaceFallback(html: string, boundary: string, part: string): string {
  const opening = `<!--$?--><template id="${boundary}"></template>`
  const start = html.indexOf(opening)
  if (start === -1) return html
  const marks = /<!--(\/?)\$[?!~]?-->/g
  marks.lastIndex = start + opening.length
  let depth = 1
  for (let mark = marks.exec(html); mark !== null; mark = marks.exec(html)) {
    depth += mark[1] === '/' ? -1 : 1
    if (depth === 0) return `${html.slice(0, start)}<!--$-->${part}${html.slice(mark.index)}`
  }
  return html
}
