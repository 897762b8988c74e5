// First of all in the kernel worker: whatever made a promise before this would lose its async context.
import { carryContext } from './async-context-globals.ts'

carryContext(globalThis)
