// npm run dev: for working on the site and the runtime. `next dev site` on the site's port with its own reload, the
// preview origin beside it; the runtime's bundles are built again when their sources change.
// @ts-check
import { spawn } from 'node:child_process'
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
  // Imported late: it needs the packages that prepare() installs.
  const { watchPreview } = await import('../preview-build/build-preview.mjs')
  await watchPreview()
  const preview = await startServer(join(ROOT, 'build', 'preview'), previewPort)
  prepared.log(`Preview  http://127.0.0.1:${preview.port}`)
  const next = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/next/dist/bin/next'), 'dev', 'site', '--port', String(sitePort)],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } },
  )
  next.on('exit', (code) => process.exit(code ?? 0))
})
