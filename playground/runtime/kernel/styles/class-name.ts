// Generated class names of CSS modules, in the shape that Next gives them: `page_title__1x9Kd`. The hash is ours:
// Next's depends on the project's place on disk.

export function generatedClassName(file: string, local: string): string {
  const name = (file.split('/').pop() ?? '').replace(/\.module\.(css|scss|sass)$/, '')
  const base = name === 'index' ? (file.split('/').at(-2) ?? name) : name
  return `${base}_${local}__${shortHash(`${file}#${local}`)}`.replace(
    /[^a-zA-Z0-9\-_\u00A0-\uFFFF]/g,
    '-',
  )
}

function shortHash(text: string): string {
  let hash = 5381
  for (const char of text) hash = ((hash * 33) ^ (char.codePointAt(0) ?? 0)) >>> 0
  return hash.toString(36).slice(0, 5).padStart(5, '0')
}
