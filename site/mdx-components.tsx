// What MDX pages may use without an import: Nextra's elements and our own components.
import { useMDXComponents as getThemeComponents } from 'nextra-theme-docs'
import {
  Actions,
  Band,
  Card,
  Cards,
  Facts,
  Hero,
  MainAction,
  OtherAction,
  Small,
} from './components/landing/Hero.tsx'
import { Checklist } from './components/checklist/Checklist.tsx'
import { ChecklistRow } from './components/checklist/ChecklistRow.tsx'
import { Beat } from './components/present/Beat.tsx'
import { ContinueLink } from './components/lesson/ContinueLink.tsx'
import { Ending, Hint, Step, Task } from './components/lesson/Step.tsx'
import { OfflinePane } from './components/offline/OfflinePane.tsx'
import { PathDrawing } from './components/path/PathDrawing.tsx'
import { Defect, Right, Wrong } from './components/reference/Example.tsx'
import { SeedMap } from './components/reference/SeedMap.tsx'

const ours = {
  Actions,
  Band,
  Beat,
  Card,
  Cards,
  Checklist,
  ChecklistRow,
  Continue: ContinueLink,
  Defect,
  Ending,
  Facts,
  Hero,
  Hint,
  MainAction,
  OfflinePane,
  OtherAction,
  PathDrawing,
  Right,
  SeedMap,
  Small,
  Step,
  Task,
  Wrong,
}

export function getMdxComponents(components: Readonly<Record<string, unknown>> = {}) {
  return { ...getThemeComponents(), ...ours, ...components }
}

// MDX looks for this name; it is no hook.
export { getMdxComponents as useMDXComponents }
