// Class names of CSS modules in the words of each bundler, as the name that the stylesheet gives. Classes of global
// stylesheets stay as they are.

const PATTERNS = [
  /^[\w-]+-module__[\w-]{6}__([\w-]+)$/, // Turbopack, development: page-module__a1b2c3__title
  /^[\w-]+?_([\w-]+)__[\w+-]{5}$/, // webpack: page_title__a1b2c
  /^(?:_(?=\d))?[\w-]{6}_([\w-]+)$/, // Turbopack, production: a1b2c3_title, or _1b2c3d_title
  /^__([a-z]+)_[0-9a-z]{6}$/i, // webpack, next/font: __className_a1b2c3
] as const

export function plainClassNames(names: string): string {
  return names.split(/\s+/).map(plainClassName).join(' ')
}

function plainClassName(name: string): string {
  for (const pattern of PATTERNS) {
    const local = pattern.exec(name)?.[1]
    if (local !== undefined) return local
  }
  return name
}
