// npm run serve: the course for a room. What was built, over HTTPS, for every machine of the local network.
//   --address 192.168.1.5     where this machine has several
//   --site-name, --preview-name   names that the room's machines know, in place of the address
//   --site-port 3443, --preview-port 3444, --page-port 3080
// @ts-check
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../build/build-if-changed.mjs'
import { buildAll } from '../start/build-steps.mjs'
import { prepare, runCommand } from '../start/prepare.mjs'
import { MissingRequirement } from '../start/requirements.mjs'
import { findLanAddresses } from './lan-address.mjs'
import { startRoom } from './start-room.mjs'

await runCommand(async () => {
  const options = readOptions()
  const [address, ...others] = options.address
    ? [options.address]
    : findLanAddresses(networkInterfaces())
  const prepared = await prepare()
  await buildAll(prepared)
  const room = await startRoom({
    address,
    ...options.names,
    ports: options.ports,
    built: join(ROOT, 'build'),
    folder: join(ROOT, 'build', 'room'),
  })
  await print(room, others)
})

function readOptions() {
  const text = /** @type {const} */ ({ type: 'string' })
  const { values } = parseOrSay({
    address: text,
    'site-name': text,
    'preview-name': text,
    'site-port': text,
    'preview-port': text,
    'page-port': text,
  })
  const siteName = values['site-name']
  const previewName = values['preview-name']
  return {
    address: values.address,
    names: { ...(siteName && { siteName }), ...(previewName && { previewName }) },
    ports: {
      site: Number(values['site-port'] ?? 3443),
      preview: Number(values['preview-port'] ?? 3444),
      page: Number(values['page-port'] ?? 3080),
    },
  }
}

/** @param {Record<string, { type: 'string' }>} options @returns {{ values: Record<string, string | undefined> }} */
function parseOrSay(options) {
  try {
    const { values } = parseArgs({ options })
    return {
      values: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, String(value)]),
      ),
    }
  } catch (cause) {
    throw new MissingRequirement(cause instanceof Error ? cause.message : String(cause))
  }
}

/** @param {import('./start-room.mjs').Room} room @param {readonly string[]} others */
async function print({ siteOrigin, pageOrigin, certificate }, others) {
  // Only now: before the first install it is not there.
  const { renderUnicodeCompact } = await import('uqr')
  const lines = [
    '',
    'Both Ends serves this room.',
    '',
    `  First    ${pageOrigin}/   how to trust this machine, once for each browser`,
    `  Then     ${siteOrigin}/`,
    '',
    renderUnicodeCompact(`${pageOrigin}/`),
    '',
    `The certificate’s fingerprint, for reading aloud:\n${certificate.fingerprint}`,
    ...(others.length > 0
      ? ['', `This machine has more addresses (--address): ${others.join(', ')}`]
      : []),
    '',
    'Ctrl+C stops it.',
  ]
  console.log(lines.join('\n'))
}
