// Pane sizes in localStorage; a browser that keeps nothing starts with the default sizes each time.
export const layoutStorage = {
  getItem(key: string): string | null {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  },
  setItem(key: string, value: string): void {
    try {
      localStorage.setItem(key, value)
    } catch {
      // Full or refused: sizes are not worth a word; the files' own save says it.
    }
  },
}
