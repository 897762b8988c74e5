// Opens an address in the person's own browser. A machine without one is no failure: the address is on the screen.
// @ts-check
import { spawn } from 'node:child_process'

/** @param {string} url */
export function openBrowser(url) {
  const [command, args] = openerOf(process.platform, url)
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}

/** @param {NodeJS.Platform} platform @param {string} url @returns {[string, string[]]} */
export function openerOf(platform, url) {
  if (platform === 'darwin') return ['open', [url]]
  if (platform === 'win32') return ['cmd', ['/c', 'start', '', url]]
  return ['xdg-open', [url]]
}
