// Packages that find out what the language can do by throwing while they are evaluated. Where somebody listens to
// exceptions, V8 then reads the whole file again, to say where: 40 ms of a start for an answer that is known here.
// @ts-check
import { readFileSync } from 'node:fs'

/** By the end of the path: texts, and what stands in their place. Each must be there exactly once. */
const REPLACED = [
  {
    file: 'get-intrinsic/index.js',
    places: [
      // Strict code: the getter of `callee` is %ThrowTypeError% (ECMA-262, 10.4.4.7).
      ['arguments.callee; // IE 8 does not throw here', 'return $gOPD(arguments, "callee").get;'],
      // The prototype of a TypeError's is this one (ECMA-262, 20.5.6.3).
      [
        'null.error; // eslint-disable-line no-unused-expressions',
        "INTRINSICS['%Error.prototype%'] = Error.prototype;",
      ],
    ],
  },
  {
    file: 'is-callable/index.js',
    // Its other way, which asks no function to run.
    places: [["typeof reflectApply === 'function' &&", 'false &&']],
  },
]

/** @type {import('esbuild').Plugin} */
export const withoutThrows = {
  name: 'without-throws',
  setup(build) {
    build.onLoad({ filter: /(get-intrinsic|is-callable)[\\/]index\.js$/ }, ({ path }) => ({
      contents: withoutThrow(path.replaceAll('\\', '/'), readFileSync(path, 'utf8')),
    }))
  },
}

/**
 * @param {string} path with `/`
 * @param {string} text
 * @throws when the package is written otherwise now
 */
export function withoutThrow(path, text) {
  const { file, places } = REPLACED.find((each) => path.endsWith(each.file)) ?? {
    file: path,
    places: [],
  }
  return places.reduce((changed, [from = '', to = '']) => {
    if (changed.split(from).length !== 2)
      throw new Error(`${file} no longer holds “${from}” once: see tools/kernel-build.`)
    return changed.replace(from, to)
  }, text)
}
