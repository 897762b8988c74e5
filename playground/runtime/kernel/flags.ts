// Addresses of the kernel's scripts in the learner's page. Used in the worker (writes them into Next's build
// manifest) and in the page (reads its own). The service worker answers `/_next/static/kernel/<flavour>/<flags>/<file>` from
// `/__host__/kernel/<flavour>/<file>`. It does not know which flags there are: that is contract.ts.
import { fromBase64Url, toBase64Url } from '../wire/base64.ts'
import type { KernelFlags } from './contract.ts'

/** Those that differ from the defaults, which client.js has within: what is worth a place in its address. */
export function changedFlags(flags: KernelFlags, defaults: KernelFlags): KernelFlags {
  const isChanged = ([name, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(defaults[name])
  return Object.fromEntries(Object.entries(flags).filter(isChanged))
}

/**
 * Flags travel in the script's own address, because the scripts of a page run in no set order and a separate
 * script that sets them could come too late.
 * @returns `static/kernel/<flavour>/<flags>/<file>`: what Next's build manifest wants, relative to `/_next/`
 */
export function kernelScriptFile(flavour: string, flags: KernelFlags, file: string): string {
  return `static/kernel/${flavour}/${encodeFlags(flags)}/${file}`
}

/** The flags in a kernel script's address; none when the address is of another shape. */
export function flagsOfScript(src: string): KernelFlags {
  const segment = /\/_next\/static\/kernel\/\w+\/([\w-]+)\//.exec(src)?.[1]
  return segment === undefined ? {} : decodeFlags(segment)
}

function encodeFlags(flags: KernelFlags): string {
  return toBase64Url(new TextEncoder().encode(JSON.stringify(flags)))
}

function decodeFlags(segment: string): KernelFlags {
  return JSON.parse(new TextDecoder().decode(fromBase64Url(segment)))
}
