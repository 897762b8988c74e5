// @ts-check
// Next's own cache of rendered pages, but for one thing: a form that the browser posts by itself finds no kept shell.
//
// Next answers a form with what streams into the page's shell, as if the shell were in the browser already. So it is for
// a form that Next's script sends. A browser without scripts, or one whose scripts are still on their way, leaves the
// page: it was shown an empty one (next 16.4.5, https://github.com/vercel/next.js/pull/97784). Where no shell is kept,
// Next renders the page whole, what was typed and what is wrong with it included.
//
// Remove this file and its line in next.config.ts when tests/plain-forms.spec.ts passes without them.
import imported from 'next/dist/server/lib/incremental-cache/file-system-cache.js'

// Node sees the whole CommonJS module as the default, a bundler what the module calls its default.
const FileSystemCache = imported.default ?? imported

export default class CacheHandler extends FileSystemCache {
  /** @param {ConstructorParameters<typeof FileSystemCache>[0]} options of one request, or of `next build` */
  constructor(options) {
    super(options)
    this.isPlainForm = isPlainForm(options._requestHeaders)
  }

  /** @param {Parameters<InstanceType<typeof FileSystemCache>['get']>} question */
  get(...question) {
    const [, { kind }] = question
    return this.isPlainForm && kind === 'APP_PAGE' ? Promise.resolve(null) : super.get(...question)
  }
}

/** @param {Record<string, undefined | string | string[]>} headers */
function isPlainForm(headers) {
  const type = headers['content-type']
  return String(type).startsWith('multipart/form-data') && headers['next-action'] === undefined
}
