// What a page ships to the browser: its scripts, as the page's own HTML names them. Follows no script that a script loads.
import type { BundleTool, HttpTool, ShippedScript } from './check-tools.ts'

/** In tags, and in the payload that React reads: `\"/_next/static/chunks/app.js\"`. */
const SCRIPT = /\/_next\/static\/[^"'\\<>\s?]+\.js/g

export function createBundleTool(http: HttpTool): BundleTool {
  return {
    async scripts(path) {
      const { body } = await http.next(path)
      const found: ShippedScript[] = []
      for (const script of new Set(body.match(SCRIPT)))
        found.push({ path: script, text: (await http.next(script)).body })
      return found
    },
  }
}
