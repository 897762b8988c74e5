// Drives /play from outside by window.bothEnds, the interface that teachers use too. For bench, budget, smoke and e2e.
// @ts-check

/** @typedef {import('../../playground/automation/both-ends.ts').BothEnds} BothEnds */

/**
 * @typedef {object} Playground
 * @property {<Name extends keyof BothEnds>(name: Name, ...args: Parameters<BothEnds[Name]>) => ReturnType<BothEnds[Name]>} call
 * one method of window.bothEnds; its answer as it is after structured cloning
 * @property {(text: string | RegExp, timeoutMs?: number) => Promise<number>} shows
 * resolves when the preview's page holds the text, with the milliseconds that it took
 */

/** Looks often enough that the wait adds little to what is measured, and seldom enough to leave it the processor. */
const LOOK_EVERY_MS = 20

/**
 * Opens the playground's page and waits until it can be driven; nothing is started yet.
 * @param {import('@playwright/test').Page} page
 * @param {string} [address]
 * @returns {Promise<Playground>}
 */
export async function openPlayground(page, address = '/play/') {
  await page.goto(address)
  await page.waitForFunction(() => window.bothEnds !== undefined)
  return drivePlayground(page)
}

/**
 * @param {import('@playwright/test').Page} page a page that is open on /play
 * @returns {Playground}
 */
export function drivePlayground(page) {
  /** @param {keyof BothEnds} name @param {unknown[]} args @returns {any} typed by Playground */
  const call = (name, ...args) => page.evaluate(callBothEnds, { name, args })
  return {
    call,
    async shows(text, timeoutMs = 10_000) {
      const pattern =
        typeof text === 'string'
          ? { source: escape(text), flags: '' }
          : { source: text.source, flags: text.flags }
      return page.evaluate(waitForText, { ...pattern, timeoutMs, everyMs: LOOK_EVERY_MS })
    },
  }
}

/**
 * Runs in the page.
 * @param {{ name: keyof BothEnds, args: readonly unknown[] }} what
 * @returns {any} what the method answers; its type is known where it is called
 */
function callBothEnds({ name, args }) {
  const target = window.bothEnds
  if (!target) throw new Error('window.bothEnds is not there: this page is not /play.')
  return Reflect.apply(target[name], target, args)
}

/**
 * Runs in the page.
 * @param {{ source: string, flags: string, timeoutMs: number, everyMs: number }} what
 * @returns {Promise<number>}
 */
async function waitForText({ source, flags, timeoutMs, everyMs }) {
  const pattern = new RegExp(source, flags)
  const start = performance.now()
  let last = ''
  while (performance.now() - start < timeoutMs) {
    // A page that is being replaced cannot be read; the next look sees the new one.
    const seen = await window.bothEnds?.page().catch(() => null)
    last = seen?.text ?? last
    if (pattern.test(last)) return performance.now() - start
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
  throw new Error(
    `The preview did not show ${pattern} within ${timeoutMs} ms. It shows: ${last.slice(0, 300)}`,
  )
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
