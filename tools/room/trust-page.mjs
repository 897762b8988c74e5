// The one page of the room that comes without HTTPS: the authority's certificate, how to trust it, and the way on.
// @ts-check

/** @typedef {{ siteOrigin: string, fingerprint: string, until: Date }} Room */

export const CERTIFICATE_PATH = '/both-ends.crt'

/** Where each system keeps what it trusts. Short: a room reads it together. */
const SYSTEMS = [
  {
    name: 'iPhone, iPad',
    steps: [
      'In Safari, press the link above and allow the download.',
      'Settings, <b>Profile Downloaded</b>, Install.',
      'Settings, General, About, <b>Certificate Trust Settings</b>: switch on “Both Ends, this room only”.',
    ],
  },
  {
    name: 'Android',
    steps: [
      'Press the link above.',
      'Settings, search for <b>CA certificate</b>, Install anyway, and choose the file.',
      'Use Chrome. Firefox on Android asks again: its settings, Secret Settings, <b>Use third party CA certificates</b>.',
    ],
  },
  {
    name: 'Windows',
    steps: [
      'Open the downloaded file, <b>Install Certificate</b>, Current User.',
      '<b>Place all certificates in the following store</b>: Trusted Root Certification Authorities.',
    ],
  },
  {
    name: 'macOS',
    steps: [
      'Open the downloaded file; Keychain Access adds it to <b>login</b>.',
      'Double-click it there, Trust, <b>Always Trust</b>.',
    ],
  },
  {
    name: 'Linux, Chrome or Chromium',
    steps: [
      'Open <code>chrome://certificate-manager</code>, <b>Custom</b>, Installed by you.',
      'Trusted certificates, Import, and choose the file.',
    ],
  },
  {
    name: 'Firefox, on any computer',
    steps: [
      'Settings, search for <b>certificates</b>, View Certificates, Authorities, Import.',
      'Choose the file and tick <b>Trust this CA to identify websites</b>.',
    ],
  },
]

/** @param {Room} room */
export function trustPage({ siteOrigin, fingerprint, until }) {
  const systems = SYSTEMS.map(
    ({ name, steps }) =>
      `<details><summary>${name}</summary><ol>${steps.map((step) => `<li>${step}</li>`).join('')}</ol></details>`,
  ).join('\n')
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Both Ends in this room</title>
<link rel="icon" href="data:," />
<style>
  :root { color-scheme: light dark; font: 1.05rem/1.5 system-ui, sans-serif; }
  body { margin: 0 auto; max-width: 38rem; padding: 1.5rem; }
  a.step, summary { font-weight: 600; }
  details { border-bottom: 1px solid #8886; padding: 0.5rem 0; }
  summary { cursor: pointer; }
  code { overflow-wrap: anywhere; }
  .small { font-size: 0.9rem; }
</style>
<h1>Both Ends in this room</h1>
<p>The course comes from a machine in this room. Your browser has to trust that machine first, once.</p>
<p>1. <a class="step" href="${CERTIFICATE_PATH}" download>Download the certificate</a>, and trust it:</p>
${systems}
<p>2. <a class="step" href="${siteOrigin}/">Open the course</a> <output id="state"></output></p>
<p class="small">It can vouch for addresses of local networks and for nothing else, until ${day(until)}. Remove it after the
workshop, where you added it. Ask the teacher to read its fingerprint aloud:<br /><code>${fingerprint}</code></p>
<script>
  const state = document.getElementById('state')
  const look = () =>
    fetch('${siteOrigin}/icon.svg', { mode: 'no-cors', cache: 'no-store' }).then(
      () => (state.textContent = 'This browser trusts it.'),
      () => setTimeout(look, 3000),
    )
  look()
</script>
</html>
`
}

/** @param {Date} date */
function day(date) {
  return date.toISOString().slice(0, 10)
}
