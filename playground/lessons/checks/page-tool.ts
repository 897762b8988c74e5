// The page that a check drives, over any way to look at it: the preview with its scripts, or one without.
import type {
  ActOutcome,
  ElementQuery,
  FoundElement,
  PageAction,
} from '../../runtime/wire/message.ts'
import type { PageTool } from './check-tools.ts'
import { MismatchError, show, type Where } from './mismatch.ts'
import { waitUntil, type Rest } from './wait-until.ts'

export interface PageGlance {
  readonly address: string
  readonly title: string
  readonly text: string
}

/** How a page is reached; two are: preview-page.ts and plain-page.ts. */
export interface PageDriver {
  open(path: string): Promise<void>
  look: () => Promise<PageGlance>
  find(query: ElementQuery): Promise<readonly FoundElement[]>
  act(action: PageAction): Promise<ActOutcome>
  /** When a look at it will show nothing new. */
  readonly rest: Rest
  /** Milliseconds that it may take to show something; default: what the playground needs. */
  readonly patience?: number
}

export function createPageTool(reached: PageDriver, signal: AbortSignal): PageTool {
  const driver = untilAborted(reached, signal)
  const { rest, patience } = driver
  const waiting = { signal, rest, ...(patience === undefined ? {} : { patience }) }
  const where = async (): Promise<Where> => ({
    type: 'page',
    path: await driver.look().then(
      ({ address }) => address,
      () => '/', // No page: the mismatch says what was looked for.
    ),
  })
  const differ = async (expected: string, got: string): Promise<never> => {
    throw new MismatchError({ expected, got, where: await where() })
  }
  const act = async (query: ElementQuery, fill: string | null): Promise<void> => {
    let outcome: ActOutcome = 'absent'
    const tryIt = async () => (outcome = await driver.act({ query, fill }))
    // Scripts are under way to what is not ready: the page will be another one.
    const isBusy = async () => outcome === 'not-ready' || rest.isBusy()
    const acting = { ...waiting, rest: { ...rest, isBusy } }
    if ((await waitUntil(tryIt, (seen) => seen === 'done', acting)) === 'done') return
    const { text } = await driver.look()
    await differ(`a ${query.role} called ${show(query.name)}`, `a page that says ${show(text)}`)
  }
  return {
    open: driver.open,
    find: driver.find,
    text: async () => (await driver.look()).text,
    async see(text) {
      const seen = await waitUntil(driver.look, (page) => includes(page.text, text), waiting)
      if (!includes(seen.text, text)) await differ(`the page to say ${show(text)}`, show(seen.text))
    },
    async notSee(text) {
      const seen = await driver.look()
      if (includes(seen.text, text)) await differ(`a page without ${show(text)}`, show(seen.text))
    },
    click: (role, name) => act({ role, name }, null),
    fill: (label, text) => act({ role: 'field', name: label }, text),
    async seeValue(label, expected) {
      const look = () => driver.find({ role: 'field', name: label })
      const [field] = await waitUntil(look, ([first]) => first?.value === expected, waiting)
      const got = field ? show(field.value) : 'no such field'
      if (field?.value !== expected)
        await differ(`the field “${label}” to hold ${show(expected)}`, got)
    },
    async seeError(label, expected) {
      const look = () => driver.find({ role: 'field', name: label })
      const isSaid = (found?: FoundElement) => found?.invalid && found.description === expected
      const [field] = await waitUntil(look, ([first]) => isSaid(first) === true, waiting)
      if (isSaid(field)) return
      const mark = field?.invalid ? '' : ', not marked as invalid'
      const got = field ? `${show(field.description)}${mark}` : 'no such field'
      await differ(`the field “${label}” marked as invalid, with ${show(expected)}`, got)
    },
    async seeAddress(start) {
      const seen = await waitUntil(driver.look, ({ address }) => address.startsWith(start), waiting)
      if (!seen.address.startsWith(start))
        await differ(`an address that begins with ${start}`, seen.address)
    },
    async seeTitle(title) {
      const seen = await waitUntil(driver.look, (page) => page.title === title, waiting)
      if (seen.title !== title) await differ(`the title ${show(title)}`, show(seen.title))
    },
  }
}

/** A check that nobody waits for must not drive the page any more: the next run has begun. */
function untilAborted(driver: PageDriver, signal: AbortSignal): PageDriver {
  const guard = <Input, Output>(work: (input: Input) => Promise<Output>) => {
    return async (input: Input): Promise<Output> => {
      signal.throwIfAborted()
      return work(input)
    }
  }
  return {
    open: guard(driver.open),
    async look() {
      signal.throwIfAborted()
      return driver.look()
    },
    find: guard(driver.find),
    act: guard(driver.act),
    rest: driver.rest,
    ...(driver.patience === undefined ? {} : { patience: driver.patience }),
  }
}

function includes(text: string, part: string): boolean {
  const folded = (value: string) => value.replace(/\s+/g, ' ').toLowerCase()
  return folded(text).includes(folded(part))
}
