// What a failed test leaves behind: the app's text in the preview and the last requests of the wire. A run on another
// machine leaves only what it printed.
import type { Page, TestInfo } from '@playwright/test'

/** The name under which tools/test/failures.mjs finds it in the report. */
const ATTACHMENT = 'what was shown'
const TEXT_LENGTH = 1200
const EXCHANGES = 6
/** Milliseconds for each question: a page in an endless loop does not answer. */
const DEADLINE = 2000

export async function attachLastWords(pages: readonly Page[], result: TestInfo): Promise<void> {
  const words = await Promise.all(pages.map(lastWords))
  await result.attach(ATTACHMENT, { body: words.join('\n'), contentType: 'text/plain' })
}

async function lastWords(page: Page): Promise<string> {
  const frames = page.frames().map(async (frame) => {
    const text = await orSilent(frame.evaluate(() => document.body.innerText))
    const isSite = frame === page.mainFrame()
    return isSite ? frame.url() : `${frame.url()} shows: ${shorten(text)}`
  })
  return [...(await Promise.all(frames)), await orSilent(lastExchanges(page))].join('\n')
}

async function lastExchanges(page: Page): Promise<string> {
  return page.evaluate(async (count) => {
    const exchanges = (await window.bothEnds?.trace()) ?? []
    const requests = exchanges
      .map(({ hops }) =>
        hops.filter((hop) => hop.type === 'http').filter((hop) => hop.kind !== 'asset'),
      )
      .filter(({ length }) => length > 0)
    const lines = requests
      .slice(-count)
      .map((hops) =>
        hops
          .map((hop) =>
            [
              hop.to,
              hop['http.request.method'],
              hop['url.full'],
              hop['http.response.status_code'] ?? hop.failure?.code ?? 'unanswered',
            ].join(' '),
          )
          .join(' → '),
      )
    return lines.join('\n')
  }, EXCHANGES)
}

function shorten(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, TEXT_LENGTH)
}

async function orSilent(work: Promise<string>): Promise<string> {
  const silence = new Promise<string>((resolve) => {
    setTimeout(resolve, DEADLINE, `(no answer within ${String(DEADLINE)} ms)`)
  })
  return Promise.race([work, silence]).catch((error: unknown) => `(${String(error)})`)
}
