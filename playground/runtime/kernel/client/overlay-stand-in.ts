// Next's dev overlay is half of the development client by size and draws nothing while all is well. This module stands in its
// place (`next/dist/compiled/next-devtools`) until it is loaded: it keeps what was said to the overlay and says it again.
// In the learner's page. It draws nothing itself.

type Call = (overlay: Overlay) => void
type Method = (...values: unknown[]) => unknown

/** next-devtools' exports, what of them Next's client calls. */
export interface Overlay {
  readonly dispatcher: Readonly<Record<string, Method>>
  readonly renderAppDevOverlay: Method
  readonly [name: string]: unknown
}

/** What the overlay must show at once; everything else may wait until the page is idle. */
const URGENT = new Set([
  'onBuildError',
  'onUnhandledError',
  'onUnhandledRejection',
  'openErrorOverlay',
])

export interface OverlayStandIn {
  /** Exports for the module table. */
  readonly exports: Overlay
  /** Loads the overlay when the page has nothing else to do. */
  loadWhenIdle(): void
}

/** @param load resolves with the real module */
export function createOverlayStandIn(load: () => Promise<Overlay>): OverlayStandIn {
  const waiting: Call[] = []
  let overlay: Overlay | null = null
  let loading = false
  const start = () => {
    if (loading) return
    loading = true
    load().then(
      (loaded) => {
        overlay = loaded
        for (const call of waiting.splice(0)) call(loaded)
      },
      // Nothing is lost but the overlay: errors are in the console and in the editor too.
      (cause: unknown) => console.warn('The dev overlay did not load.', cause),
    )
  }
  const say = (call: Call, isUrgent: boolean) => {
    if (overlay) return call(overlay)
    waiting.push(call)
    if (isUrgent) start()
  }
  const methods = new Map<string, Method>()
  const dispatcher: Record<string, Method> = new Proxy(
    {},
    {
      get(_, name) {
        const key = String(name)
        const known = methods.get(key)
        if (known) return known
        const method: Method = (...values) =>
          say((real) => real.dispatcher[key]?.(...values), URGENT.has(key))
        methods.set(key, method)
        return method
      },
    },
  )
  const ask =
    (name: string): Method =>
    (...values) => {
      const real: unknown = overlay?.[name]
      return typeof real === 'function' ? Reflect.apply(real, null, values) : null
    }
  return {
    exports: {
      __esModule: true,
      dispatcher,
      renderAppDevOverlay: (...values) => say((real) => real.renderAppDevOverlay(...values), false),
      getSegmentTrieData: ask('getSegmentTrieData'),
      getSerializedOverlayState: ask('getSerializedOverlayState'),
      getSerializedRuntimeErrorState: ask('getSerializedRuntimeErrorState'),
    },
    loadWhenIdle() {
      const whenIdle = () =>
        'requestIdleCallback' in globalThis
          ? requestIdleCallback(start, { timeout: 3000 })
          : setTimeout(start, 1000)
      if (document.readyState === 'complete') whenIdle()
      else addEventListener('load', whenIdle, { once: true })
    },
  }
}
