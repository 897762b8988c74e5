// Class names of CSS modules in the words of each bundler, as `file.local`.

const PATTERNS = [
  /^([\w-]+)-module__[\w-]{6}__([\w-]+)$/, // Turbopack: page-module__a1b2c3__title
  /^([\w-]+?)_([\w-]+)__[\w+-]{5}$/, // webpack: page_title__a1b2c
] as const

export function plainClassNames(names: string): string {
  return names.split(/\s+/).map(plainClassName).join(' ')
}

function plainClassName(name: string): string {
  for (const pattern of PATTERNS) {
    const match = pattern.exec(name)
    if (match) return `${match[1]}.${match[2]}`
  }
  return name
}
