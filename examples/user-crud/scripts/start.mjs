// @ts-check
// npm start: installs what is missing, migrates, seeds a demo, then runs both servers until Ctrl+C.
import { ensureSecret, migrate, seedDemo } from './database.mjs'
import { script } from './run.mjs'
import { startServers } from './servers.mjs'
import { installMissing } from './setup.mjs'

await script(async () => {
  await installMissing()
  ensureSecret()
  await migrate()
  const hasDemo = await seedDemo()
  const port = Number(process.env.PORT ?? 3000)
  const apiPort = Number(process.env.API_PORT ?? 8000)
  const { webUrl, apiUrl, stop, ended } = await startServers({ port, apiPort })
  console.log(`\n  Open ${webUrl}`)
  if (hasDemo) console.log('  Sign in as ada@example.com with: demo password 2026')
  console.log(`  The API describes itself at ${apiUrl}/docs\n  Ctrl+C stops both.\n`)
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, stop)
  await ended
  stop()
})
