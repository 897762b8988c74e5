// Which engine runs. Loads only the one that is chosen. Runs on the page.
import type { Engine } from './engine.ts'

export async function createEngine(): Promise<Engine> {
  const { createOwnEngine } = await import('./own/own-engine.ts')
  return createOwnEngine()
}
