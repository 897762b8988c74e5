// ES modules whose behaviour Node decides: each is run as real modules in Node and through our linker, and both must
// report the same. `main.mjs` exports `result`, plain data. What differs on purpose is not here: a missing export is a
// SyntaxError in Node and undefined in webpack; two `export *` of one name are ambiguous in Node, the first in webpack.

export interface LinkCase {
  readonly name: string
  readonly modules: Readonly<Record<string, string>>
}

export const linkCases: readonly LinkCase[] = [
  {
    name: 'bindings are live, through re-exports and namespaces',
    modules: {
      'main.mjs': `import { count, grow } from './re.mjs'
import * as all from './re.mjs'
const before = [count, all.count]
grow()
export const result = [before, count, all.count]`,
      're.mjs': `export { count, grow } from './counter.mjs'`,
      'counter.mjs': `export let count = 0\nexport function grow() { count += 1 }`,
    },
  },
  {
    name: 'a cycle sees hoisted functions, and the dead zone of the rest',
    modules: {
      'main.mjs': `export { result } from './result.mjs'
import { fromB } from './b.mjs'
export function early() { return 'early' }
export const late = 'late'
globalThis.order.push('main ' + fromB)`,
      'b.mjs': `import { early, late } from './main.mjs'
let seen
try { seen = late } catch (error) { seen = error.name + ': ' + error.message }
export const fromB = early() + ' / ' + seen
globalThis.order.push('b')`,
      'result.mjs': `globalThis.order = ['result']\nexport const result = globalThis.order`,
    },
  },
  {
    name: 'modules run once, in the order of the requests, re-exports among imports',
    modules: {
      'main.mjs': `import './a.mjs'
export * from './b.mjs'
import './c.mjs'
export { x } from './d.mjs'
import './a.mjs'
export const result = globalThis.ran`,
      'a.mjs': `globalThis.ran = ['a']`,
      'b.mjs': `globalThis.ran.push('b')`,
      'c.mjs': `globalThis.ran.push('c')`,
      'd.mjs': `globalThis.ran.push('d')\nexport const x = 1`,
    },
  },
  {
    name: 'imports are hoisted over the code before them',
    modules: {
      'main.mjs': `globalThis.log.push('main')
const value = helper()
import { helper } from './a.mjs'
export const result = [globalThis.log, value]`,
      'a.mjs': `globalThis.log = ['a']\nexport const helper = () => 'helped'`,
    },
  },
  {
    name: 'default exports have their names',
    modules: {
      'main.mjs': `import fn from './fn.mjs'
import arrow from './arrow.mjs'
import klass from './klass.mjs'
import named from './named.mjs'
import value from './value.mjs'
import asyncFn from './async.mjs'
import generator from './generator.mjs'
import own from './own-name.mjs'
import parens from './parens.mjs'
export const result = [fn.name, arrow.name, klass.name, named.name, value, asyncFn.name, generator.name, own.name, parens]`,
      'fn.mjs': `export default function () {}`,
      'arrow.mjs': `export default () => 1`,
      'klass.mjs': `export default class { m() {} }`,
      'named.mjs': `export default function named() {}`,
      'value.mjs': `export default 1 + 1`,
      'async.mjs': `export default async function () {}`,
      'generator.mjs': `export default function* () {}`,
      'own-name.mjs': `export default class { static name = 'own' }`,
      'parens.mjs': `export default (1, 2)`,
    },
  },
  {
    name: 'a default export is not live, a default specifier is',
    modules: {
      'main.mjs': `import value, { change } from './value.mjs'
import live, { changeLive } from './live.mjs'
change(); changeLive()
export const result = [value, live]`,
      'value.mjs': `let x = 1\nexport default x\nexport function change() { x = 2 }`,
      'live.mjs': `let x = 1\nexport { x as default }\nexport function changeLive() { x = 2 }`,
    },
  },
  {
    name: 'a default function is hoisted and can be assigned',
    modules: {
      'main.mjs': `import fn, { replace } from './fn.mjs'
const first = fn()
replace()
export const result = [first, fn()]`,
      'fn.mjs': `export const used = fn()\nexport default function fn() { return 'old' }\nexport function replace() { fn = () => 'new' }`,
    },
  },
  {
    name: 'export * passes names on, not default; own exports win',
    modules: {
      'main.mjs': `import * as all from './star.mjs'
export const result = [Object.keys(all).sort(), all.a, all.b, all.default]`,
      'star.mjs': `export * from './x.mjs'\nexport const b = 'own'`,
      'x.mjs': `export const a = 'a'\nexport const b = 'x'\nexport default 'no'`,
    },
  },
  {
    name: 'export * as a namespace, chains of stars, string names',
    modules: {
      'main.mjs': `import { ns } from './a.mjs'
import { 'odd name' as odd } from './a.mjs'
import * as all from './a.mjs'
export const result = [ns.deep, odd, all['odd name'], all.deep]`,
      'a.mjs': `export * as ns from './b.mjs'\nexport * from './b.mjs'\nconst x = 'odd'\nexport { x as 'odd name' }`,
      'b.mjs': `export * from './c.mjs'`,
      'c.mjs': `export const deep = 'deep'`,
    },
  },
  {
    name: 'a namespace is frozen to the outside, its keys sorted, its tag Module',
    modules: {
      'main.mjs': `import * as all from './a.mjs'
let wrote
try { all.x = 2; wrote = true } catch (error) { wrote = error.name }
export const result = [wrote, all.x, Object.prototype.toString.call(all), 'x' in all, 'y' in all]`,
      'a.mjs': `export let x = 1`,
    },
  },
  {
    name: 'writing to an import throws',
    modules: {
      'main.mjs': `import { x } from './a.mjs'
let caught
try { eval('0'); x2() } catch (error) { caught = error.name }
function x2() { const all = { x }; all.x = 2; return all.x + x }
export const result = [caught, x]`,
      'a.mjs': `export const x = 1`,
    },
  },
  {
    name: 'names that hide an import',
    modules: {
      'main.mjs': `import { x, f } from './a.mjs'
const out = []
function parameter(x) { return x }
function local() { const x = 'local'; return x }
function hoisted() { out.push(x); var x = 1; return x }
const arrow = ({ x }) => x
const inDefault = (y = x) => y
{ let x = 'block'; out.push(x) }
for (const x of ['for']) out.push(x)
for (let x = 0; x < 1; x++) out.push(x)
try { throw 'caught' } catch (x) { out.push(x) }
class K { x = x; static s = x; m(x) { return x } }
const named = function x() { return typeof x }
label: { break label }
switch (1) { case 1: let x = 'case'; out.push(x) }
const key = { x, y: x, [x]: 1, x2: { x } }
out.push(parameter('p'), local(), hoisted(), arrow({ x: 'd' }), inDefault(), new K().x, K.s, new K().m('m'), named(), key, x, f\`t\`, f?.(), typeof x)
export const result = out`,
      'a.mjs': `export const x = 'import'\nexport function f() { return this === undefined ? 'no this' : 'this' }`,
    },
  },
  {
    name: 'destructuring exports, defaults and computed keys that use imports',
    modules: {
      'main.mjs': `import { key, value } from './a.mjs'
export const { [key]: picked = value, ...rest } = { b: 2 }
export let [first = value, second] = [undefined, 2]
let assigned
;({ assigned = value } = {})
;[assigned] = [assigned + key]
export const result = [picked, rest, first, second, assigned]`,
      'a.mjs': `export const key = 'k'\nexport const value = 'v'`,
    },
  },
  {
    name: 'code without semicolons keeps its statements apart',
    modules: {
      'main.mjs': `import { f, g } from './a.mjs'
const a = g
f()
const b = 1
f\`x\`
export default a
export const result = [typeof a, b, globalThis.calls]`,
      'a.mjs': `globalThis.calls = []\nexport function f() { globalThis.calls.push('f') }\nexport const g = () => 'g'`,
    },
  },
  {
    name: 'top-level await: importers wait, siblings do not, errors pass',
    modules: {
      'main.mjs': `import { value } from './slow.mjs'
import { order } from './order.mjs'
import './sync.mjs'
order.push('main')
let failed
try { await import('./fails.mjs') } catch (error) { failed = error.message }
export const result = [value, order, failed, await (async () => 'inner')()]`,
      'order.mjs': `export const order = []`,
      'slow.mjs': `import { order } from './order.mjs'
order.push('slow starts')
await new Promise((resolve) => setTimeout(resolve, 10))
export const value = await Promise.resolve('slow')
order.push('slow ends')`,
      'sync.mjs': `import { order } from './order.mjs'\norder.push('sync')`,
      'fails.mjs': `await null\nthrow new Error('failed while loading')`,
    },
  },
  {
    name: 'for await and await in odd places at the top level',
    modules: {
      'main.mjs': `const seen = []
for await (const x of [Promise.resolve(1), 2]) seen.push(x)
const object = { [await Promise.resolve('k')]: await 3 }
const text = \`\${await Promise.resolve('t')}\`
const added = 1 + await Promise.resolve(1) * 2
if (await true) seen.push('if')
export const result = [seen, object, text, added]`,
    },
  },
  {
    name: 'dynamic import gives the namespace, the same each time, and its errors',
    modules: {
      'main.mjs': `const one = await import('./a.mjs')
const two = await import(\`./a.mjs\`)
let missing
try { await import('./throws.mjs') } catch (error) { missing = error.message }
export const result = [one.x, one.default, one === two, missing]`,
      'a.mjs': `export const x = 1\nexport default 'd'`,
      'throws.mjs': `throw new Error('at load')`,
    },
  },
  {
    name: 'this is undefined at the top, import.meta has a url, arguments are free',
    modules: {
      'main.mjs': `const arrow = () => this
function own() { return this }
class K { field = typeof this; m() { return typeof this } }
export const result = [typeof this, typeof arrow(), own.call('x'), new K().field, new K().m(), import.meta.url.startsWith('file:')]`,
    },
  },
  {
    name: 'classes: private names, static blocks, heritage from imports',
    modules: {
      'main.mjs': `import { Base, value } from './a.mjs'
class K extends Base { #p = value; static s; static { const value2 = value; K.s = value2 } get p() { return this.#p } ['m' + value]() { return super.hi() } }
export const result = [new K().p, K.s, new K()['m' + value]()]`,
      'a.mjs': `export class Base { hi() { return 'hi' } }\nexport const value = 'v'`,
    },
  },
]
