import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../build/build-if-changed.mjs'
import { createPathRemover, refuseMachinePaths } from './machine-paths.mjs'

const app = join(ROOT, 'build', 'kernel-app', 'production')
const remove = createPathRemover(app)

test('modules and files stand as if the app were the root', () => {
  expect(remove('"(rsc)/../../../node_modules/next/a.js"')).toBe('"(rsc)/./node_modules/next/a.js"')
  expect(remove(`"${ROOT}/node_modules/next/a.js"`)).toBe('"/node_modules/next/a.js"')
  expect(remove(`"${app}/app/page.js"`)).toBe('"/app/page.js"')
})

test('encoded paths go too', () => {
  expect(remove(`x?dir=${encodeURIComponent(`${app}/app`)}&y`)).toBe('x?dir=%2Fapp&y')
})

test('a path that is left stops the build', () => {
  expect(() => refuseMachinePaths(`a ${ROOT}/b`, 'server.js')).toThrow(
    /server\.js holds a path of this machine/,
  )
  expect(() => refuseMachinePaths('a /b', 'server.js')).not.toThrow()
})
