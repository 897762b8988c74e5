// What a page looks like on two sides: its document with its stylesheets, without scripts, in one browser, as the computed
// styles of every element. How many files the CSS comes in, its order of equal rules and its spelling do not matter so.
import { chromium, type Page } from 'playwright'
import { chromiumArguments, findBrowser } from '../../tools/browsers/find-browsers.mjs'
import type { Side } from './exchange.ts'
import type { FoundDifference, Pair } from './run-transcript.ts'

interface View {
  readonly name: string
  readonly width: number
  readonly scheme: 'light' | 'dark'
}

const VIEWS: readonly View[] = [
  { name: 'narrow', width: 500, scheme: 'light' },
  { name: 'wide', width: 1300, scheme: 'dark' },
]

/** Each element in each view is one line, so that a difference names what differs. */
export async function compareLooks(
  { flavour, example, real, here }: Pair,
  paths: readonly string[],
): Promise<FoundDifference[]> {
  const executablePath = findBrowser('chromium')
  const browser = await chromium.launch({
    args: chromiumArguments(),
    ...(executablePath === null ? {} : { executablePath }),
  })
  try {
    const page = await browser.newPage()
    const found: FoundDifference[] = []
    for (const path of paths) {
      const [wanted, got] = [await look(page, real, path), await look(page, here, path)]
      const key = `${flavour}/${example}/look-${path.slice(1) || 'index'}/look`
      const lines = [...wanted.keys(), ...got.keys()]
      const differing = [...new Set(lines)].filter((line) => wanted.get(line) !== got.get(line))
      const say = (side: ReadonlyMap<string, string>) =>
        differing.map((line) => `${line}: ${side.get(line) ?? 'nothing'}`).join('\n')
      if (differing.length > 0) found.push({ key, part: 'look', real: say(wanted), here: say(got) })
    }
    return found
  } finally {
    await browser.close()
  }
}

/** `wide b#x 12 ::before color` -> its value. @throws when a side has no styles at all: nothing would be compared */
async function look(page: Page, side: Side, path: string): Promise<Map<string, string>> {
  const { body } = await side.ask({ host: 'frontend', path, headers: [['accept', 'text/html']] })
  const links = [...body.matchAll(/<link [^>]*rel="stylesheet"[^>]*>/g)]
  const addresses = links.flatMap(([link]) => /href="([^"]+)"/.exec(link)?.[1] ?? [])
  const sheets = await Promise.all(
    addresses.map((address) =>
      side.ask({ host: 'frontend', path: address.replaceAll('&amp;', '&') }),
    ),
  )
  if (!sheets.some((sheet) => sheet.status === 200 && sheet.body.length > 1000))
    throw new Error(`${side.name}: ${path} has no stylesheet`)
  const bare = body
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<link [^>]*>/g, '')
    .replace(
      '</head>',
      () => `<style>${sheets.map((sheet) => sheet.body).join('\n')}</style></head>`,
    )
  const values = new Map<string, string>()
  for (const { name, width, scheme } of VIEWS) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'no-preference' })
    await page.setContent(bare)
    const hovered = page.locator('#hover')
    if ((await hovered.count()) > 0) await hovered.hover()
    for (const [line, value] of await page.evaluate(readStyles))
      values.set(`${name} ${line}`, value)
  }
  return values
}

/** Runs in the page. */
function readStyles(): [string, string][] {
  for (const animation of document.getAnimations()) animation.finish()
  return [...document.body.querySelectorAll('*'), document.body].flatMap((element, index) =>
    ['', '::before', '::after', '::first-letter'].flatMap((pseudo) => {
      const style = getComputedStyle(element, pseudo)
      return [...style].map((property): [string, string] => [
        `${element.localName} ${index} ${pseudo} ${property}`,
        style.getPropertyValue(property),
      ])
    }),
  )
}
