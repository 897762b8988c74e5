// Metadata that was not ready when the head left comes behind the page, and the page's own script reads it there. Whether
// it was ready is a matter of milliseconds, so here it is put where it would have stood.

/** What Next's metadata writes; other titles, metas and links of a body are the app's. */
const METADATA =
  /<title>[^<]*<\/title>|<meta (?:name|property)="[^>]*>|<link rel="(?:manifest|icon|apple-touch-icon|canonical|alternate)"[^>]*>/g

/** They come with the boundary that failed, whenever that was; so they stand last. */
const ERROR_MARKS = /<meta name="(?:robots" content="noindex|next-error" content="[\w-]+)"\/>/g

export function settleStreamedHead(html: string): string {
  const end = html.indexOf('</head>')
  if (end === -1) return html
  const late: string[] = []
  const body = html.slice(end).replace(METADATA, (tag) => {
    late.push(tag)
    return ''
  })
  const head = html.slice(0, end) + late.join('')
  const marks = head.includes('name="next-error"') ? (head.match(ERROR_MARKS) ?? []) : []
  return marks.reduce((rest, mark) => rest.replace(mark, ''), head) + marks.join('') + body
}

const FAILED = /\$RX\("(B:\w+)"((?:,"(?:[^"\\]|\\.)*")*)\)/g

/** The calls that give a boundary up, as marks: `<!--fail B:1 <template …></template>-->`. */
export function failureMarks(code: string): readonly string[] {
  return [...code.matchAll(FAILED)].map(
    ([, boundary = '', list = '']) => `<!--fail ${boundary} ${failureTemplate(list)}-->`,
  )
}

/** React's template for a boundary that failed before it was sent. */
function failureTemplate(list: string): string {
  const values: string[] = JSON.parse(`[${list.slice(1)}]`)
  const [digest = '', message] = values
  const shown = /^\d+$/.test(digest) ? '(digest)' : digest
  const details =
    message === undefined
      ? ''
      : ` data-msg="${message.replaceAll('"', '&quot;')}" data-stck="(stack)" data-cstck="(stack)"`
  return `<template data-dgst="${shown}"${details}></template>`
}

/** A boundary that was given up while its fallback stood is the same as one that was sent so. */
export function settleFailures(html: string): string {
  let settled = html
  for (const [mark, boundary = '', template = ''] of html.matchAll(
    /<!--fail (B:\w+) (<template [^>]*><\/template>)-->/g,
  )) {
    settled = settled
      .replace(mark, '')
      .replace(`<!--$?--><template id="${boundary}"></template>`, () => `<!--$!-->${template}`)
  }
  return settled
}
