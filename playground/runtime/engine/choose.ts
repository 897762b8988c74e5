// Which engine runs. Loads only the one that is chosen. Runs on the page.
import { ENGINE_NAMES, type Engine, type EngineName } from './engine.ts'

declare const BOTH_ENDS_DEFAULT_ENGINE: string | undefined

/** `/play/?engine=webcontainer`. */
const PARAMETER = 'engine'

function isEngineName(value: string | null | undefined): value is EngineName {
  return ENGINE_NAMES.some((name) => name === value)
}

/** The build setting DEFAULT_ENGINE. */
function defaultEngine(): EngineName {
  const set = typeof BOTH_ENDS_DEFAULT_ENGINE === 'string' ? BOTH_ENDS_DEFAULT_ENGINE : null
  return isEngineName(set) ? set : 'own'
}

/** What an address asks for, or else the build's setting. */
export function readEngine(address: string): EngineName {
  const asked = new URL(address).searchParams.get(PARAMETER)
  return isEngineName(asked) ? asked : defaultEngine()
}

/** The same address for another engine; it names the build's own choice too, where it must not be taken for granted. */
export function addressFor(address: string, name: EngineName): string {
  const url = new URL(address)
  if (name === defaultEngine()) url.searchParams.delete(PARAMETER)
  else url.searchParams.set(PARAMETER, name)
  return url.href
}

/** What can be had before a start: the own engine's code, and the hidden page of either. Nothing runs in it yet. */
export async function prepareEngine(name: EngineName): Promise<void> {
  const code = name === 'own' ? import('./own/own-engine.ts') : null
  const { openHostFrameAhead } = await import('./parts/host-frame.ts')
  await Promise.all([code, openHostFrameAhead()])
}

export async function createEngine(name: EngineName): Promise<Engine> {
  if (name === 'webcontainer') {
    const { createWebContainerEngine } = await import('./webcontainer/webcontainer-engine.ts')
    return createWebContainerEngine()
  }
  const { createOwnEngine } = await import('./own/own-engine.ts')
  return createOwnEngine()
}
