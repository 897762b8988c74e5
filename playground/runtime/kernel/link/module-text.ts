// A linked module's body -> the text of a webpack module function: exports defined first (function hoisting and
// cycles need that), then the requires in order, then the body. All added text stands on the body's first line, so
// that line numbers stay right. Runs in the kernel worker; evaluates nothing.
import { importVariable } from './import-variable.ts'
import type { LinkedModule } from './linked-module.ts'

export interface ModuleTextOptions {
  /** Module id of each static request. */
  idOf(request: string): string
  /** It has top-level await, or imports a module that has. */
  readonly isAsync: boolean
}

interface ModuleText {
  readonly head: string
  readonly tail: string
}

export function moduleText(linked: LinkedModule, options: ModuleTextOptions): ModuleText {
  const { exports, requests, stars, unnamedDefault } = linked
  const variables = requests.map(importVariable)
  // In the order that a module's namespace has by the language: by name.
  const sorted = [...exports].sort(([a], [b]) => (a < b ? -1 : 1))
  const getters = sorted.map(([name, expression]) => `${JSON.stringify(name)}:()=>${expression}`)
  const opening = [
    `__webpack_require__.r(exports);__webpack_require__.d(exports,{${getters.join(',')}});`,
    unnamedDefault === null
      ? ''
      : `Object.defineProperty(${unnamedDefault},"name",{value:"default",configurable:true});`,
    ...requests.map(
      (request, index) =>
        `var ${variables[index]}=__webpack_require__.imp(${JSON.stringify(options.idOf(request))});`,
    ),
  ].join('')
  const starred = stars
    .map((index) => `__webpack_require__.star(exports,${variables[index]});`)
    .join('')
  if (!options.isAsync) return { head: opening + starred, tail: '' }
  return asyncText(linked, opening, starred, variables)
}

/** webpack's protocol for async modules: `a(module, (awaitDependencies, done) => …, hasAwait)`. */
function asyncText(
  linked: LinkedModule,
  opening: string,
  starred: string,
  variables: string[],
): ModuleText {
  const asGenerator = linked.topLevelAwait !== 'native'
  const list = variables.join(',')
  const wait = asGenerator ? 'yield' : 'await'
  const waiting =
    list === ''
      ? ''
      : `{var __dependencies__=__await_dependencies__([${list}]);` +
        `if(__dependencies__.then)__dependencies__=${wait} __dependencies__;` +
        // webpack's own runtime gives a function that reads them, ours the list.
        `[${list}]=typeof __dependencies__==="function"?__dependencies__():__dependencies__;}`
  const begin = asGenerator ? '__webpack_require__.spawn(function*(){' : '(async()=>{'
  const end = asGenerator ? '})' : '})()'
  return {
    head: `__webpack_require__.a(module,function(__await_dependencies__,__done__){${begin}try{${opening}${waiting}${starred}`,
    tail: `\n;__done__()}catch(__cause__){__done__(__cause__)}${end}},${linked.topLevelAwait !== 'none'});`,
  }
}
