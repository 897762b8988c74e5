// What it takes to scroll a full wire: the time between two pictures, beside the page at rest.
// @ts-check

/** @typedef {import('@playwright/test').Page} Page */

/** How many pictures are timed: four seconds at 60 a second. */
const FRAMES = 240
/** Of exchanges, as many as the wire keeps (ux.md, "Limits"). */
const FULL = 200

/**
 * @typedef {object} ScrollTimes
 * @property {number[]} moving milliseconds between two pictures while the list scrolls
 * @property {number[]} still the same with nothing to do
 */

/** @param {Page} page /play, started, its wire shown @returns {Promise<ScrollTimes>} */
export async function measureWireScroll(page) {
  await page.evaluate(fillWire, FULL)
  const rows = page.getByRole('treegrid')
  const still = await rows.evaluate(timeFrames, { frames: FRAMES, step: 0 })
  const moving = await rows.evaluate(timeFrames, { frames: FRAMES, step: 60 })
  return { moving, still }
}

/** Pictures that did not come in their time, of 60 a second. @param {readonly number[]} times */
export function droppedFrames(times) {
  return times.reduce((sum, time) => sum + Math.max(0, Math.round(time / (1000 / 60)) - 1), 0)
}

/** Runs in the page. @param {number} count */
async function fillWire(count) {
  for (let index = 0; index < count; index += 1)
    await window.bothEnds?.request({ host: 'backend', path: `/api/people?page=${1 + (index % 5)}` })
}

/**
 * Runs in the page, on the element that scrolls.
 * @param {Element} element
 * @param {{ frames: number, step: number }} what `step`: pixels a picture, turned at either end
 * @returns {Promise<number[]>}
 */
async function timeFrames(element, { frames, step }) {
  const picture = () => new Promise((resolve) => requestAnimationFrame(resolve))
  /** @type {number[]} */
  const times = []
  let direction = 1
  await picture()
  let last = performance.now()
  for (let frame = 0; frame < frames; frame += 1) {
    const before = element.scrollTop
    element.scrollTop += step * direction
    if (step > 0 && element.scrollTop === before) direction = -direction
    await picture()
    const now = performance.now()
    times.push(now - last)
    last = now
  }
  return times
}
