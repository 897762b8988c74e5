// What MDX pages may use without an import: Nextra's elements and our own components.
import { useMDXComponents as useThemeComponents } from 'nextra-theme-docs'
import { Actions, Band, Card, Cards, Hero, MainAction, OtherAction, Small } from './components/landing/Hero.tsx'
import { PathDrawing } from './components/path/PathDrawing.tsx'

const themeComponents = useThemeComponents()
const ours = { Actions, Band, Card, Cards, Hero, MainAction, OtherAction, PathDrawing, Small }

export function useMDXComponents(components: Readonly<Record<string, unknown>> = {}) {
  return { ...themeComponents, ...ours, ...components }
}
