// Listeners by event name, typed. Runs on the page.

export interface Emitter<Events extends object> {
  emit<Name extends keyof Events>(name: Name, value: Events[Name]): void
  on<Name extends keyof Events>(name: Name, listener: (value: Events[Name]) => void): () => void
}

export function createEmitter<Events extends object>(): Emitter<Events> {
  const listeners: { [Name in keyof Events]?: Set<(value: Events[Name]) => void> } = {}
  return {
    emit(name, value) {
      for (const listener of listeners[name] ?? []) listener(value)
    },
    on(name, listener) {
      const known = (listeners[name] ??= new Set())
      known.add(listener)
      return () => known.delete(listener)
    },
  }
}
