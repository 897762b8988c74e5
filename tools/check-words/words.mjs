// The words that this repository does not use, and what to say instead (CONTRIBUTING.md, "The words").
// Only words that can be judged without reading the sentence stand here: `event` and `result` have honest uses,
// `gateway` has none.
// @ts-check

/**
 * Parts of a declared name or of a file name: `cookieManager` and `cookie-manager.ts` both hold `manager`.
 * @type {Readonly<Record<string, string>>}
 */
export const inNames = {
  util: 'name it after what it does',
  utils: 'name it after what it does',
  helper: 'name it after what it does',
  helpers: 'name it after what it does',
  common: 'name it after what it holds',
  misc: 'name it after what it holds',
  manager: 'name what it manages, or what it does',
  service: 'name it after what it does',
  router: 'the broker routes; elsewhere say which routes',
  proxy: 'broker',
  bridge: 'broker, or port',
  gateway: 'broker',
  rpc: 'port',
  vfs: 'workspace',
  sandbox: 'engine, or preview',
  transaction: 'exchange',
  exercise: 'lesson',
  chapter: 'lesson',
  widget: 'pane',
  panel: 'pane',
  slide: 'beat',
  phase: 'stage',
}

/**
 * Whole names that say nothing.
 * @type {Readonly<Record<string, string>>}
 */
export const asNames = {
  data: 'say what it holds',
  info: 'say what it tells',
  obj: 'say what it is',
  tmp: 'say what it is for',
  temp: 'say what it is for',
  val: 'say what it is',
  mgr: 'say what it does',
}

/**
 * Prose: MDX and the copy of the page.
 * @type {Readonly<Record<string, string>>}
 */
export const inProse = {
  'python server': 'backend',
  'next worker': 'kernel',
  'injected script': 'guest',
  exercise: 'lesson',
  exercises: 'lessons',
  chapter: 'lesson',
  chapters: 'lessons',
  widget: 'pane',
  widgets: 'panes',
  vfs: 'workspace',
  rpc: 'port',
}

/**
 * @typedef {object} Allowed
 * @property {string} word
 * @property {RegExp} where path, relative to the root
 * @property {RegExp} [name] the declared name; every name when left out
 * @property {string} because
 */

/** @type {readonly Allowed[]} */
export const allowed = [
  { word: 'service', where: /./, name: /serviceworker/i, because: 'the platform’s name' },
  { word: 'data', where: /./, name: /^data$/, because: 'MessageEvent.data, taken apart' },
  { word: 'proxy', where: /runtime\/kernel\//, because: 'Next 16’s proxy.ts, once middleware.ts' },
  { word: 'phase', where: /runtime\/kernel\//, because: 'Node’s and Next’s own name: PHASE_…' },
  { word: 'util', where: /runtime\/kernel\//, name: /^util(Module)?$/, because: 'node:util' },
  { word: 'helper', where: /kernel/, name: /swc|async/i, because: '@swc/helpers' },
  { word: 'helpers', where: /kernel/, name: /swc/i, because: '@swc/helpers' },
  { word: 'common', where: /kernel/, name: /^common(js|require)$/i, because: 'CommonJS' },
  {
    word: 'router',
    where: /./,
    name: /(pages|app)_?router/i,
    because: 'names of Next’s two routers',
  },
  { word: 'router', where: /kernel\/client\//, name: /^router$/, because: 'window.next.router' },
  { word: 'sandbox', where: /preview\/frame/, because: 'the attribute of an iframe' },
  { word: 'sandbox', where: /^tools\/browsers\//, because: 'Chromium’s own' },
]
