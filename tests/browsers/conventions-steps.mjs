// Next's conventions in a browser that is not Chromium: pages of each kind, a Link and the way back, an intercepted route, server actions;
// in development, then built and started. The fixture is the one that is compared with real Next (tests/parity).
// @ts-check
import assert from 'node:assert/strict'
import { clickTaken, isMarked, goBack, markDocument, submitForm } from './page-functions.mjs'

/** @typedef {import('../../tools/drive/drive-playground.mjs').Playground} Playground */
/** @typedef {<Argument, Answer>(work: (argument: Argument) => Answer | Promise<Answer>, argument: Argument) => Promise<Answer>} InPreview runs a function that closes over nothing in the preview's document */
/** @typedef {Pick<Playground, 'call' | 'shows'> & { inPreview: InPreview }} SmokePlayground */
/** @typedef {{ name: string, run: (playground: SmokePlayground) => Promise<unknown> }} SmokeStep */

/** Slow browsers on two shared cores: a first compile in WebKitGTK takes seconds. */
const PATIENCE_MS = 60_000

/** @type {readonly (readonly [path: string, text: RegExp])[]} */
const PAGES = [
  ['/about', /about/], // in a group
  ['/one/7?q=a', /\[\{"id":"7"\},\{"q":"a"\}\]/],
  ['/docs/a/b', /\{"slug":\["a","b"\]\}/],
  ['/shop', /\{\}/],
  ['/de/deep/thing', /\{"lang":"de","item":"thing"\}/],
  ['/posts/two%20words', /post two words/],
  ['/framed/inner', /inner/],
  ['/board', /board\s*team\s*stats/],
  ['/fails/absent', /our 404/],
  ['/fails/own/1', /404 of this folder/],
  ['/fails/slow', /slow\s*late/],
  ['/old/thing', /\{"slug":\["thing"\]\}/], // redirected by next.config
  ['/falls/a', /\{"slug":\["fallen","a"\]\}/], // rewritten by it
  ['/proxied/page?v=7', /page set by proxy 7/],
  ['/parts/dynamic', /lazy server[^]*lazy never/], // the second only in the browser
  ['/parts/providers', /given/],
  ['/parts/modules', /5\s*1\s*default\s*late/],
  ['/reads/search?q=found', /\["found","\/reads\/search",/],
  ['/reads/client/5?q=x', /5 x 5/],
  ['/kept/used', /1 1 1/],
]

/** @param {SmokePlayground} playground */
async function openPages({ call, shows }) {
  for (const [path, text] of PAGES) {
    await call('goto', path)
    await shows(text, PATIENCE_MS)
  }
}

/** @param {SmokePlayground} playground */
async function followLink({ call, shows, inPreview }) {
  await call('goto', '/')
  await shows('Home docs', PATIENCE_MS)
  await inPreview(markDocument, null)
  await inPreview(clickTaken, 'a[href="/docs/a"]')
  await shows('{"slug":["a"]}', PATIENCE_MS)
  await inPreview(goBack, null)
  await shows('Home docs', PATIENCE_MS)
  assert.ok(await inPreview(isMarked, null), 'the document was never loaded again')
}

/** @param {SmokePlayground} playground */
async function intercept({ call, shows, inPreview }) {
  await call('goto', '/gallery')
  await inPreview(clickTaken, 'a[href="/gallery/photo/1"]')
  await shows('photo 1 in a dialog', PATIENCE_MS)
  await call('goto', '/gallery/photo/1')
  await shows('photo 1 in full', PATIENCE_MS)
}

/** @param {SmokePlayground} playground */
async function runActions({ call, shows, inPreview }) {
  await call('goto', '/acts')
  await inPreview(markDocument, null)
  await inPreview(submitForm, { marker: 'module', text: 'of a module' })
  await shows('add of a module', PATIENCE_MS)
  await inPreview(submitForm, { marker: 'bound', text: 'with a bound value' })
  await shows('bound with a bound value', PATIENCE_MS)
  await inPreview(submitForm, { marker: 'inline', text: 'of a closure' })
  await shows(/closed over \d+ of a closure/, PATIENCE_MS)
  await inPreview(submitForm, { marker: 'stateful', text: 'kept' })
  await shows('1:kept:false', PATIENCE_MS)
  await inPreview(submitForm, { marker: 'sets-cookie', text: 'crumb' })
  await shows('crumb', PATIENCE_MS)
  const stored = (await call('cookies')).find(({ name }) => name === 'from-action')
  assert.equal(stored?.value, 'crumb')
  await inPreview(submitForm, { marker: 'away', text: '' })
  await shows('about', PATIENCE_MS)
  assert.ok(await inPreview(isMarked, null), 'the document was never loaded again')
}

/** @param {string} flavour @returns {SmokeStep[]} */
function inFlavour(flavour) {
  return [
    { name: `${PAGES.length} pages of different kinds`, run: openPages },
    { name: 'a Link navigates in the same document, back returns', run: followLink },
    { name: 'a route is intercepted by a Link, and is a page of its own', run: intercept },
    { name: 'server actions: module, bound, closure, state, cookie, redirect', run: runActions },
  ].map(({ name, run }) => ({ name: `conventions, ${flavour}: ${name}`, run }))
}

/** @param {Record<string, string | Uint8Array>} files of conventions-files.mjs @returns {SmokeStep[]} */
export function conventionsSteps(files) {
  return [
    {
      name: 'conventions: the app is loaded without an error',
      async run({ call }) {
        const { errors } = await call('load', { files })
        assert.deepEqual(errors, [])
      },
    },
    ...inFlavour('development'),
    {
      name: 'conventions: the app is built as next build does',
      async run({ call }) {
        const routes = await call('setFlavour', 'production')
        assert.ok(routes.length > PAGES.length, `${routes.length} routes were built`)
      },
    },
    ...inFlavour('production'),
  ]
}
