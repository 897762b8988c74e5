// Shiki's themes for code, by name: the prose uses the same. Apart from highlighter.ts, which must load late.
export const THEMES = {
  light: 'github-light-high-contrast',
  dark: 'github-dark-high-contrast',
} as const
