// The lines of a file that a beat makes bright.
// @ts-check

/** @param {string | { base64: string } | undefined} content @param {readonly (readonly [number, number])[]} lines */
export function brightText(content, lines) {
  if (typeof content !== 'string') return ''
  const all = content.replace(/\n$/, '').split('\n')
  return lines.map(([from, to]) => all.slice(from - 1, to).join('\n')).join('\n')
}
