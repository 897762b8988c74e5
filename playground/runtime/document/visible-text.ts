// The text of a parsed document that a person would see, without layout: hidden parts, scripts and styles left out.
// A live page has `innerText`, which knows its styles too.
const BLOCKS =
  /^(address|article|aside|blockquote|br|dd|div|dl|dt|fieldset|footer|form|h[1-6]|header|hr|label|legend|li|main|nav|ol|p|pre|section|table|td|th|tr|ul)$/
const SKIPPED = 'script, style, template, [hidden]'

export function visibleText(root: Element): string {
  const parts: string[] = []
  const walk = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) parts.push(node.textContent ?? '')
    if (!(node instanceof Element) || node.matches(SKIPPED)) return
    const isBlock = BLOCKS.test(node.localName)
    if (isBlock) parts.push('\n')
    for (const child of node.childNodes) walk(child)
    if (isBlock) parts.push('\n')
  }
  walk(root)
  return parts
    .join('')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}
