// npm run dev: for working on the site and the runtime. `next dev site` on the site's port with its own reload, the
// preview origin beside it; the runtime's bundles are built again when their sources change.
// @ts-check
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../build/build-if-changed.mjs'
import { portsFrom, startServer } from '../serve/serve.mjs'
import { buildAll } from './build-steps.mjs'
import { prepare, runCommand } from './prepare.mjs'
import { requireFreePorts, requireNode } from './requirements.mjs'

await runCommand(async () => {
  requireNode()
  const { sitePort, previewPort } = portsFrom()
  await requireFreePorts([sitePort, previewPort])
  const prepared = await prepare()
  await buildAll(prepared, ['preview', 'starter-files'])
  const preview = await startServer(join(ROOT, 'build', 'preview'), previewPort)
  prepared.log(`Preview  http://127.0.0.1:${preview.port}`)
  watchRuntime(prepared)
  const next = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/next/dist/bin/next'), 'dev', 'site', '--port', String(sitePort)],
    { cwd: ROOT, stdio: 'inherit' },
  )
  next.on('exit', (code) => process.exit(code ?? 0))
})

/**
 * Builds the preview origin again after a change below playground/runtime. The steps are keyed by content, so only
 * what changed is built; a reload of the page then shows it.
 * @param {import('./prepare.mjs').Prepared} prepared
 */
function watchRuntime(prepared) {
  /** @type {NodeJS.Timeout | undefined} */
  let waiting
  let building = Promise.resolve()
  const rebuild = () => {
    building = building
      .then(() => buildAll(prepared, ['preview']))
      .catch((cause) =>
        prepared.log(`preview: not built: ${cause instanceof Error ? cause.message : cause}`),
      )
  }
  watch(join(ROOT, 'playground', 'runtime'), { recursive: true }, () => {
    clearTimeout(waiting)
    // Editors write a file in several steps; one build is enough for all of them.
    waiting = setTimeout(rebuild, 150)
  })
}
