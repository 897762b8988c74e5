// The Python tests once more, in Pyodide: the same files that CPython runs (python/tests), with the shipped both_ends.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { bootPython, type PythonProcess } from './boot.ts'
import { createDiskAssets, missingBuild } from '../../../tools/wheel-lock/disk-assets.ts'

const TESTS = fileURLToPath(new URL('python/tests/', import.meta.url))
const files = readdirSync(TESTS).filter((name) => name.endsWith('.py'))
const missing = missingBuild()

// As in pyproject.toml. faulthandler needs a file descriptor that is not there; pytest itself ships without asserts and
// warns of that, which changes nothing: those of the tests are rewritten.
const RUN = `
import contextlib, io, sys
from both_ends.patches.loop_base import running_loop
def run(file):
    output = io.StringIO()
    with running_loop(None), contextlib.redirect_stdout(output):
        import pytest
        options = ["-q", "--tb=short", "-p", "no:cacheprovider", "-p", "no:faulthandler", "-W", "error"]
        options += ["-W", "ignore::pytest.PytestConfigWarning"]
        code = pytest.main([*options, "--import-mode=importlib", "--capture=sys", "/tests/" + file])
    return str(int(code)) + "\\n" + output.getvalue()
sys.path.insert(0, "/tests")
run
`

describe.skipIf(missing !== null)(`both_ends in Pyodide (${missing ?? 'built'})`, () => {
  let python: PythonProcess
  let run: (file: string) => string

  beforeAll(async () => {
    const outside = {
      console: () => undefined,
      errors: () => undefined,
      sql_hop: () => undefined,
      now: () => Date.now(),
    }
    python = await bootPython({
      assets: createDiskAssets(),
      outside,
      environment: {},
      turnLimit: Infinity,
      snapshots: null,
    })
    python.pyodide.FS.mkdirTree('/tests')
    for (const name of files)
      python.pyodide.FS.writeFile(`/tests/${name}`, readFileSync(TESTS + name))
    run = python.pyodide.runPython(RUN)
  })

  it.each(files.filter((name) => name.startsWith('test_')))('%s', (name) => {
    const [code, ...output] = run(name).split('\n')
    expect(code, output.join('\n').slice(-6000)).toBe('0')
  })
})
