// The address by which the room's machines reach this one.
// @ts-check
import { MissingRequirement } from '../start/requirements.mjs'

/** Networks of virtual machines and containers: nobody in the room is in them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|utun|tun|tap|zt|tailscale|lo)/i

/** @typedef {ReturnType<typeof import('node:os').networkInterfaces>} Interfaces */

/**
 * @param {Interfaces} interfaces
 * @returns {[string, ...string[]]} the likeliest first
 */
export function findLanAddresses(interfaces) {
  const found = Object.entries(interfaces)
    .flatMap(([name, addresses]) => (addresses ?? []).map((address) => ({ name, ...address })))
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .sort((a, b) => rank(a) - rank(b))
    .map(({ address }) => address)
  const [first, ...others] = found
  if (first === undefined)
    throw new MissingRequirement(
      'This machine has no address in a local network: join the room’s Wi-Fi or plug in its cable, then run the command again.',
    )
  return [first, ...others]
}

/** @param {{ name: string, address: string }} address */
function rank({ name, address }) {
  return (VIRTUAL.test(name) ? 2 : 0) + (isPrivate(address) ? 0 : 1)
}

/** RFC 1918, and what machines give themselves where nobody gives one (RFC 3927). @param {string} address */
export function isPrivate(address) {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|127\.)/.test(address)
}
