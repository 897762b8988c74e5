// npm start: from a fresh clone to the open page. Plain Node, nothing installed yet.
//   --no-open   do not open the browser
// @ts-check
import { startServers, portsFrom } from '../serve/serve.mjs'
import { buildAll } from './build-steps.mjs'
import { openBrowser } from './open-browser.mjs'
import { prepare, runCommand } from './prepare.mjs'
import { requireFreePorts, requireNode } from './requirements.mjs'

await runCommand(async () => {
  requireNode()
  const { sitePort, previewPort } = portsFrom()
  await requireFreePorts([sitePort, previewPort])
  const prepared = await prepare()
  await buildAll(prepared, ['offline'])
  const { siteOrigin, previewOrigin } = await startServers({ sitePort, previewPort })
  console.log(
    `\nBoth Ends is running.\n\n  Open     ${siteOrigin}/\n  Play     ${siteOrigin}/play/\n  Preview  ${previewOrigin} (framed by the page; not for opening)\n\nCtrl+C stops it.`,
  )
  if (!process.argv.includes('--no-open') && !process.env.CI) openBrowser(`${siteOrigin}/`)
})
