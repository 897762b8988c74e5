// What a browser without scripts sends along with a form: React's hidden fields, which say what the form does.

function unescape(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** Of the first form whose markup has the mark; in scripts it stands as well, as data. */
export function hiddenFields(html: string, mark: string): Record<string, string> {
  const form = html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .split('<form')
    .slice(1)
    .map((part) => part.split('</form>')[0] ?? '')
    .find((part) => part.includes(mark))
  if (form === undefined) throw new Error(`No form on the page has ${mark}.`)
  const read = (input: string, name: string) =>
    unescape(new RegExp(`${name}="([^"]*)"`).exec(input)?.[1] ?? '')
  const inputs = form.match(/<input type="hidden"[^>]*>/g) ?? []
  return Object.fromEntries(inputs.map((input) => [read(input, 'name'), read(input, 'value')]))
}
