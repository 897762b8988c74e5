// npm run build: installs and builds what changed, serves nothing. With names, only those steps and their needs:
// `npm run build -- kernel python`.
// @ts-check
import { buildAll } from './build-steps.mjs'
import { prepare, runCommand } from './prepare.mjs'

await runCommand(async () => {
  const prepared = await prepare()
  const wanted = /** @type {import('./build-steps.mjs').StepName[]} */ (process.argv.slice(2))
  await (wanted.length > 0 ? buildAll(prepared, wanted) : buildAll(prepared))
})
