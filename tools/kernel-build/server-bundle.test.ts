import { expect, test } from 'vitest'
import { withoutClient } from './server-bundle.mjs'

const FOLDER = '(ssr)/./node_modules/next/dist/compiled/react-dom/cjs'
const CODE = '(function (module, exports) { exports.createRoot = 1; exports.version = "19.3.0" })'

test('React’s client has its names and its version on the server, and no code', () => {
  const text = withoutClient(`${FOLDER}/react-dom-client.development.js`, CODE)
  const exports: Record<string, unknown> = {}
  new Function(`return ${text}`)()({ exports }, exports)
  expect(Object.keys(exports).toSorted()).toEqual(['createRoot', 'hydrateRoot', 'version'])
  expect(exports['version']).toBe('19.3.0')
  expect(exports['createRoot']).toThrow('Target container is not a DOM element.')
})

test.each([`${FOLDER}/react-dom.development.js`, '(rsc)/./x/react-dom-client.development.js'])(
  '%s stays as it is',
  (id) => expect(withoutClient(id, CODE)).toBe(CODE),
)

test('a client that is written otherwise stops the build', () => {
  expect(() => withoutClient(`${FOLDER}/react-dom-client.production.js`, '()')).toThrow(
    'has no version where it had one',
  )
})
