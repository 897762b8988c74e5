// @ts-check
// npm test: Python's tests, the frontend's, the build with its types, then the app with both servers running.
import { run, script, Stop } from './run.mjs'
import { backend, frontend, root, testEnvironment } from './settings.mjs'
import { installMissing, python } from './setup.mjs'

await script(async () => {
  await installMissing()
  const npm = process.env.npm_execpath
  if (!npm) throw new Stop('Start this with npm: npm test')
  const node = process.execPath

  const buildEnvironment = { API_URL: 'http://localhost:8000', NEXT_TELEMETRY_DISABLED: '1' }
  /** @type {[string, () => Promise<number>][]} */
  const parts = [
    ['backend', () => run(python, ['-m', 'pytest', '-q'], { cwd: backend, env: testEnvironment })],
    ['frontend', () => run(node, [npm, 'test', '--silent'], { cwd: frontend })],
    [
      'build and types',
      () => run(node, [npm, 'run', '--silent', 'build'], { cwd: frontend, env: buildEnvironment }),
    ],
    [
      'both ends',
      () => run(node, ['--test', 'tests/app.test.mjs'], { cwd: root, env: testEnvironment }),
    ],
  ]
  const failed = []
  for (const [name, part] of parts) {
    console.log(`\n— ${name}`)
    if ((await part()) !== 0) failed.push(name)
  }
  if (failed.length > 0) throw new Stop(`Failed: ${failed.join(', ')}.`)
  console.log('\nAll passed.')
})
