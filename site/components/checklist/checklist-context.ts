'use client'
// What a row of the checklist knows of the run around it. Before it is run: nothing.
import { createContext } from 'react'
import type { ChecklistState } from '@playground/index.ts'

export const ChecklistContext = createContext<ChecklistState | null>(null)
