// The playground in pages of another site, by the module for embedders: driven from there, apart from what the reader has.
import type { FrameLocator, Page } from '@playwright/test'
import type { BothEnds } from '../../playground/automation/both-ends.ts'
import type * as Module from '../../playground/embed/both-ends.ts'
import { callBothEnds, openPlayground } from '../e2e/support/playground.ts'
import { expect, previewOrigin, siteOrigin, test } from './support/test.ts'

/** What the tests keep in the page of the lecture. */
declare global {
  interface Window {
    embed: Module.Embed
    seen: string[]
    leave(): void
  }
}

const FILES = {
  'frontend/app/layout.tsx':
    'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>\n}\n',
  'frontend/app/page.tsx':
    "export default async function Page() {\n  const answer = await fetch(process.env.API_URL + '/', { cache: 'no-store' })\n  return <h1>{(await answer.json()).text}</h1>\n}\n",
  'backend/main.py':
    'from fastapi import FastAPI, Response\n\napp = FastAPI()\n\n\n@app.get("/")\ndef greet(response: Response) -> dict[str, str]:\n    response.set_cookie("visited", "yes")\n    return {"text": "From the lecture"}\n',
}

/** Puts a playground into the page of the lecture, as `window.embed`; what happens is told in `window.seen`. */
async function mountIn(page: Page, options: Module.MountOptions): Promise<void> {
  await page.evaluate(
    async ({ address, given }) => {
      const { mount }: typeof Module = await import(address)
      const place = document.getElementById('app')
      if (!place) throw new Error('The page has no place for it.')
      window.seen = []
      window.embed = mount(place, given)
      for (const name of ['stage', 'ready', 'trace', 'failure'] as const)
        window.embed.on(name, () => window.seen.push(name))
    },
    { address: `${siteOrigin()}/embed/both-ends.js`, given: options },
  )
}

/** Which file the editor in the frame shows. */
async function expectOpenFile(frame: FrameLocator, path: string): Promise<void> {
  await expect(frame.getByRole('combobox', { name: 'File', exact: true })).toHaveValue(path)
}

/** Work of the reader's own. */
async function addMark(api: BothEnds): Promise<void> {
  const path = 'frontend/app/layout.tsx'
  await api.write(path, `${String(await api.read(path))}\n// mine\n`)
}

/** The sentence with which a call ends, or `answered`. */
function sentence(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'answered',
    (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)),
  )
}

test('the plain example drives the app from another site; nothing of the engine loads before @smoke', async ({
  page,
  lectures,
}) => {
  const asked: string[] = []
  const opened: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    asked.push(url)
    if (request.isNavigationRequest() && url.startsWith(`${previewOrigin()}/`)) opened.push(url)
  })
  await page.goto(`http://${lectures.host}/plain/`)
  const frame = page.frameLocator('iframe[title="Both Ends"]')
  await expect(frame.getByText(`${lectures.host} can read and change what is here.`)).toBeVisible()
  await expectOpenFile(frame, 'frontend/app/page.tsx')
  expect(asked.filter((url) => url.includes('/__host__/'))).toEqual([])
  await page.getByRole('button', { name: 'Greet Ada' }).click()
  await expect(page.getByText('Hello, Ada!')).toBeVisible({ timeout: 60_000 })
  const app = frame.frameLocator('iframe[title^="Preview"]')
  await expect(app.getByText('Hello, Ada!')).toBeVisible()
  // The page that was asked for is the first one: no other is begun and thrown away.
  expect(opened.filter((url) => !url.includes('/__host__/'))).toEqual([
    `${previewOrigin()}/?name=Ada`,
  ])
})

test('every method of window.bothEnds answers the page around the frame, and what happens is told', async ({
  page,
  lectures,
}) => {
  await page.goto(`http://${lectures.host}/empty/`)
  await mountIn(page, { files: FILES, open: 'backend/main.py', theme: 'dark' })
  const answers = await page.evaluate(async () => {
    const { embed } = window
    const asked = await embed.request({ host: 'frontend', path: '/' })
    await embed.write(
      'backend/main.py',
      String(await embed.read('backend/main.py')).replace('From the lecture', 'Changed'),
    )
    const changed = await embed.request({ host: 'backend', path: '/' })
    await embed.goto('/')
    return {
      files: await embed.files(),
      status: asked.status,
      page: (await embed.page()).text,
      changed: JSON.parse(changed.body),
      bytes: changed.bytes.constructor.name,
      rows: (await embed.query('select 1 as one')).rows,
      exchanges: (await embed.trace()).length,
      stages: (await embed.stages()).every(({ state }) => state === 'done'),
      cookies: (await embed.cookies()).length + (await embed.refusedCookies()).length,
    }
  })
  expect(answers).toMatchObject({
    files: ['backend/main.py', 'frontend/app/layout.tsx', 'frontend/app/page.tsx'],
    status: 200,
    page: 'Changed',
    changed: { text: 'Changed' },
    bytes: 'Uint8Array',
    rows: [[1]],
    stages: true,
  })
  expect(answers.exchanges).toBeGreaterThan(2)
  const frame = page.frameLocator('iframe[title="Both Ends"]')
  await expect(frame.locator('html')).toHaveClass(/dark/)
  await expectOpenFile(frame, 'backend/main.py')
  const seen = await page.evaluate(() => window.seen)
  expect(new Set(seen)).toEqual(new Set(['stage', 'ready', 'trace']))
  // All in the page: what a method refuses is what it refuses there.
  const methods = await page.evaluate(() => Object.keys(window.embed).toSorted())
  const whole = await page.context().newPage()
  const { bothEnds } = await openPlayground(whole, { from: 'hello', start: false })
  const known = await bothEnds((api) => Promise.resolve(Object.keys(api)))
  expect(methods).toEqual([...known, 'destroy', 'frame', 'on'].toSorted())
})

test('what cannot be done is one sentence, and the frame is taken away with its calls', async ({
  page,
  lectures,
}) => {
  await page.goto(`http://${lectures.host}/empty/`)
  await mountIn(page, { from: 'hello' })
  await page.evaluate(`window.sentence = ${sentence.toString()}`)
  const said = await page.evaluate(async () => {
    const say: typeof sentence = Reflect.get(window, 'sentence')
    const { embed } = window
    const unclonable: unknown = () => {}
    const answers = [
      await say(embed.read('../secret')),
      await say(embed.read('frontend/nowhere.ts')),
      await say(embed.goto('https://elsewhere.example/')),
      await say(Reflect.apply(embed.write, embed, ['backend/main.py', unclonable])),
      await say(embed.query('select * from nowhere')),
    ]
    const underWay = say(embed.request({ host: 'backend', path: '/' }))
    embed.destroy()
    return [...answers, await underWay, await say(embed.ready())]
  })
  expect(said).toEqual([
    'A path begins with "frontend/" or "backend/" and names a file below it.',
    'There is no file frontend/nowhere.ts.',
    'An address begins with one slash, for instance "/users?page=2".',
    'What write() was given cannot be sent to a frame: take text, numbers and plain objects.',
    expect.stringMatching(/no such table: nowhere/),
    'The frame was taken out of the page.',
    'The frame was taken out of the page.',
  ])
  await expect(page.locator('iframe')).toHaveCount(0)
  const refused = await page.evaluate(
    async ({ address }) => {
      const { mount }: typeof Module = await import(address)
      const tries: unknown[] = [
        { lesson: '04-forms', from: 'hello' },
        { from: 'nothing' },
        { lesson: '../play' },
      ]
      return tries.map((options) => {
        try {
          Reflect.apply(mount, undefined, [document.body, options])
          return 'mounted'
        } catch (cause) {
          return cause instanceof Error ? cause.message : ''
        }
      })
    },
    { address: `${siteOrigin()}/embed/both-ends.js` },
  )
  expect(refused).toEqual([
    'A lesson brings its own files: leave out from, files and open.',
    'There is no example nothing: take hello, directory, user-crud.',
    'A lesson is named by its address, for instance "04-forms".',
  ])
})

test('a page around the frame never gets what the reader has, not even one of the same site', async ({
  page,
  lectures,
}) => {
  const own = await openPlayground(page, { from: 'hello', start: false })
  await own.bothEnds(addMark)
  await page.goto('/learn/04-forms/')
  await page.waitForFunction(() => window.bothEnds !== undefined)
  await callBothEnds(page)(addMark)
  // On localhost, as the site: its storage is not another one for being in a frame.
  for (const options of [{ from: 'hello' }, { lesson: '04-forms' }] as const) {
    await page.goto(`http://localhost:${String(lectures.port)}/empty/`)
    await mountIn(page, options)
    const texts = await page.evaluate(async () => {
      const files = await window.embed.files()
      return Promise.all(files.map((path) => window.embed.read(path)))
    })
    expect(texts.length).toBeGreaterThan(3)
    expect(texts.filter((text) => String(text).includes('mine'))).toEqual([])
    // And nothing of this frame stays for the next one, or for the reader.
    await page.evaluate(() => window.embed.write('frontend/theirs.ts', '// theirs\n'))
  }
  await page.goto('/play/')
  await page.waitForFunction(() => window.bothEnds !== undefined)
  expect(await own.bothEnds((api) => api.read('frontend/app/layout.tsx'))).toMatch(/mine\n$/)
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('theirs')
})

test('a frame answers its parent alone, in its own version, and only where it was opened for that', async ({
  page,
  lectures,
}) => {
  const site = siteOrigin()
  await page.goto(`http://${lectures.host}/empty/`)
  await mountIn(page, { from: 'hello' })
  await page.evaluate(async (origin) => {
    await window.embed.files()
    window.seen = []
    const add = (frame: HTMLIFrameElement) => document.body.append(frame)
    const plain = Object.assign(document.createElement('iframe'), { name: 'plain' })
    plain.src = `${origin}/play/?embed&from=hello`
    add(plain)
    add(Object.assign(document.createElement('iframe'), { name: 'sibling' }))
  }, site)
  // Both are there: what they do not answer now, they never will.
  const plain = page.frame('plain')
  await plain?.waitForFunction(() => window.bothEnds !== undefined)
  const connect = ({ to, name, version }: { to: number; name: string; version: number }) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', ({ data }) => {
      window.top?.seen.push(`${name}: ${data.type} ${data.failure?.message ?? ''}`.trim())
    })
    port1.start()
    window.top?.frames[to]?.postMessage({ bothEnds: 'connect', version }, '*', [port2])
  }
  await page.evaluate(connect, { to: 1, name: 'not opened for it', version: 1 })
  await page.evaluate(connect, { to: 0, name: 'another version', version: 0 })
  await page.frame('sibling')?.evaluate(connect, { to: 0, name: 'not its parent', version: 1 })
  await page.evaluate(connect, { to: 0, name: 'its parent', version: 1 })
  await expect.poll(() => page.evaluate(() => window.seen)).toContain('its parent: welcome')
  // Messages to a window come in their order, and the plain frame has had a turn.
  await plain?.evaluate(() => window.bothEnds?.files())
  expect(
    await page.evaluate(() => window.seen.filter((line) => !line.includes(': event'))),
  ).toEqual([
    'another version: refused The page speaks version 0 of these messages and the frame version 1: load both from the same site.',
    'its parent: welcome',
  ])
})

test('the example for Nextra shows a lesson, and takes it away with its page', async ({
  page,
  lectures,
}) => {
  await page.goto(`http://${lectures.host}/nextra/`)
  const frame = page.frameLocator('iframe[title="Both Ends"]')
  await expect(frame.getByRole('button', { name: /^4 · / })).toBeVisible()
  await expect(frame.getByText(`${lectures.host} can read and change what is here.`)).toBeVisible()
  await page.evaluate(() => window.leave())
  await expect(page.locator('iframe')).toHaveCount(0)
})

test('the example for Docusaurus runs files of its own page', async ({ page, lectures }) => {
  await page.goto(`http://${lectures.host}/docusaurus/`)
  const frame = page.frameLocator('iframe[title="Both Ends"]')
  await expectOpenFile(frame, 'backend/main.py')
  await frame.getByRole('button', { name: 'Run', exact: true }).first().click()
  const app = frame.frameLocator('iframe[title^="Preview"]')
  await expect(app.getByRole('heading', { name: '5' })).toBeVisible({ timeout: 60_000 })
})

test('the slide for Slidev runs in its frame', async ({ page, lectures }) => {
  await page.goto(`http://${lectures.host}/slidev/`)
  const frame = page.frameLocator('iframe[title="Both Ends"]')
  await expectOpenFile(frame, 'backend/app/main.py')
  await frame.getByRole('button', { name: 'Run', exact: true }).first().click()
  const app = frame.frameLocator('iframe[title^="Preview"]')
  await expect(app.getByText(/\d+ people in all/)).toBeVisible({ timeout: 60_000 })
})
