// The real kernel behind a framed page in Chromium: hydration, navigation, server actions in every form, Fast Refresh,
// errors and their recovery. Needs the built kernel (`npm run build`).
import type { Frame } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Flavour } from '../../playground/runtime/wire/message.ts'
import { conventions } from './fixtures/conventions.ts'
import { openKernel, type OpenKernel } from './harness/open-kernel.ts'

const flavours: Flavour[] = ['development', 'production']
const source = (path: string) => String(conventions[path])

describe.each(flavours)('%s, in the page', (flavour) => {
  let kernel: OpenKernel

  beforeAll(async () => {
    kernel = await openKernel()
    await kernel.boot(flavour, conventions, { environment: { API_URL: 'http://localhost:8000' } })
  })
  afterAll(() => kernel.close())
  beforeEach(async () => {
    await kernel.clearCookies()
    kernel.pageErrors()
  })

  const openHome = async (): Promise<Frame> => {
    const frame = await kernel.open('/')
    await frame.waitForSelector('#count[data-hydrated=true]')
    return frame
  }
  const mark = (frame: Frame) =>
    frame.evaluate(() => void Object.assign(globalThis, { marked: true }))
  const isMarked = (frame: Frame) => frame.evaluate(() => 'marked' in globalThis)

  test('hydrates a client component and keeps its state', async () => {
    const frame = await openHome()
    await frame.click('#count')
    await frame.click('#count')
    expect(await frame.textContent('#count')).toBe('count 5 at /')
    expect(kernel.pageErrors()).toEqual([])
  })

  test('a Link navigates without a reload, back returns', async () => {
    const frame = await openHome()
    await mark(frame)
    await frame.click('#to-user')
    await frame.waitForSelector('#user')
    expect(await frame.textContent('#user')).toContain('id=42 q=hi')
    await frame.waitForFunction(() => document.title === 'User 42 | Fixture')
    await frame.evaluate(() => history.back())
    await frame.waitForSelector('#count')
    expect(await isMarked(frame)).toBe(true)
  })

  test('notFound() shows the custom page', async () => {
    const frame = await kernel.open('/users/missing')
    expect(await frame.textContent('#nf')).toBe('Custom 404')
  })

  test('server actions: form with cookie and revalidatePath, bound, closure', async () => {
    const frame = await kernel.open('/todos')
    await frame.waitForFunction(
      () => '__next_f' in globalThis && document.readyState === 'complete',
    )
    await mark(frame)
    for (const [form, text, shown] of [
      ['add', 'milk', 'milk'],
      ['bound', 'tea', 'bound:tea'],
      ['closure', 'rye', 'closure-2:rye'],
    ]) {
      await frame.fill(`#${form} input[name=text]`, text ?? '')
      await frame.click(`#${form} button`)
      await frame.waitForFunction(
        (wanted) => document.querySelector('#list')?.textContent?.includes(wanted ?? ''),
        shown,
      )
    }
    expect(await frame.textContent('#last')).toBe('last=milk')
    expect(await kernel.cookies()).toMatchObject({ last: 'milk' })
    expect(await isMarked(frame)).toBe(true)
  })

  test('server actions: called from a client component, useActionState, redirect', async () => {
    const frame = await kernel.open('/todos')
    await frame.waitForFunction(() => document.readyState === 'complete')
    await mark(frame)
    await frame.click('#sum')
    await frame.waitForFunction(() =>
      document.querySelector('#sum-result')?.textContent?.includes('"sum":5'),
    )
    await frame.fill('#state input[name=z]', 'zz')
    await frame.click('#state button')
    await frame.waitForFunction(
      () => document.querySelector('#state-result')?.textContent === '1:got zz',
    )
    await frame.click('#jump button')
    await frame.waitForSelector('#user')
    expect(await frame.evaluate(() => location.pathname)).toBe('/users/7')
    expect(await isMarked(frame)).toBe(true)
  })

  test('error.tsx catches, and says what the flavour lets it say', async () => {
    const frame = await kernel.open('/boom')
    const shown = await frame.textContent('#err')
    expect(shown).toContain(flavour === 'development' ? 'ERR:boom from server' : 'ERR:')
  })

  test('NEXT_PUBLIC_ values are the same in the page', async () => {
    const frame = await kernel.open('/env')
    await frame.waitForFunction(() => document.readyState === 'complete')
    expect(await frame.textContent('#env b')).toBe('local from-env')
    expect(kernel.pageErrors()).toEqual([])
  })

  test('CSS applies', async () => {
    const frame = await kernel.open('/css')
    const color = (selector: string) =>
      frame.$eval(selector, (element) => getComputedStyle(element).color)
    await frame.waitForFunction(
      () =>
        getComputedStyle(document.querySelector('#mod') ?? document.body).color === 'rgb(9, 8, 7)',
    )
    expect(await color('#css')).toBe('rgb(1, 2, 3)')
  })

  describe.runIf(flavour === 'development')('edits', () => {
    test('a client edit is shown with the state kept', async () => {
      const frame = await openHome()
      await frame.click('#count')
      await mark(frame)
      const report = await kernel.write({
        'app/counter.tsx': source('app/counter.tsx').replace('>count {', '>COUNT {'),
      })
      expect(report.errors).toEqual([])
      await frame.waitForFunction(
        () => document.querySelector('#count')?.textContent === 'COUNT 4 at /',
      )
      expect(await isMarked(frame)).toBe(true)
    })

    test('a server edit is shown with client state kept', async () => {
      const frame = await openHome()
      await frame.click('#count')
      await mark(frame)
      await kernel.write({
        'lib/greet.ts': `export const greet = (name: string) => 'Bonjour ' + name`,
      })
      await frame.waitForFunction(
        () => document.querySelector('h1')?.textContent === 'Bonjour kernel',
      )
      expect(await frame.textContent('#count')).toContain(' 4 at /')
      expect(await isMarked(frame)).toBe(true)
    })

    test('a syntax error is told with file, line and frame; the page recovers when it is mended', async () => {
      await openHome()
      const page = source('app/page.tsx')
      const broken = await kernel.write({
        'app/page.tsx': page.replace('return <div>', 'return <div'),
      })
      expect(broken.errors[0]?.place?.file).toBe('frontend/app/page.tsx')
      expect(broken.errors[0]?.place?.line).toBe(6)
      expect(broken.errors[0]?.codeFrame).toContain('app/page.tsx')
      const { status, text } = await kernel.request('/')
      expect(status).toBe(500)
      expect(text).toContain('frontend/app/page.tsx:6')
      const frame = await kernel.open('/')
      await frame.waitForSelector('h1')
      const mended = await kernel.write({ 'app/page.tsx': page })
      expect(mended.errors).toEqual([])
      await frame.waitForSelector('#count[data-hydrated=true]')
    })

    test('an error at run time names file and line', async () => {
      await kernel.logs()
      await kernel.request('/boom')
      const logs = (await kernel.logs()).join('\n')
      expect(logs).toContain('frontend/app/boom/page.tsx:4:9')
    })

    test('a missing package is told in Next words, with the place', async () => {
      const { errors } = await kernel.write({
        'app/cart.tsx': '',
        'app/(shop)/cart/page.tsx': `import x from 'left-pad'\nexport default function Page() { return x }`,
      })
      const found = [...errors, ...(await kernel.errors())].find((error) =>
        error.message.includes('left-pad'),
      )
      expect(found?.message).toBe("Module not found: Can't resolve 'left-pad'")
      expect(found?.place).toEqual({
        file: 'frontend/app/(shop)/cart/page.tsx',
        line: 1,
        column: 1,
      })
      await kernel.write({
        'app/cart.tsx': null,
        'app/(shop)/cart/page.tsx': source('app/(shop)/cart/page.tsx'),
      })
    })

    test('an edit made while another file is broken is shown once that is mended', async () => {
      const frame = await openHome()
      const page = source('app/page.tsx')
      await kernel.write({ 'app/page.tsx': page.replace('return <div>', 'return <div') })
      await kernel.write({
        'app/counter.tsx': source('app/counter.tsx').replace('>count {', '>LATER {'),
      })
      await kernel.write({ 'app/page.tsx': page })
      await expect.poll(() => frame.textContent('#count')).toContain('LATER')
    })

    test('two hundred quick edits end in the last one', async () => {
      const frame = await openHome()
      const reports = await kernel.page.evaluate(async (counter) => {
        const edits = Array.from({ length: 200 }, (_value, index) =>
          harness.write({
            'app/counter.tsx': counter.replace('>count {', `>n${index} {`),
            'lib/greet.ts': `export const greet = () => 'g${index}'`,
          }),
        )
        return Promise.all(edits)
      }, source('app/counter.tsx'))
      expect(reports.at(-1)?.errors).toEqual([])
      await frame.waitForFunction(() =>
        document.querySelector('#count')?.textContent?.startsWith('n199'),
      )
      await frame.waitForFunction(() => document.querySelector('h1')?.textContent === 'g199')
    })

    test('a style edit takes its old rules away', async () => {
      const frame = await kernel.open('/css')
      const color = () => frame.$eval('#mod', (element) => getComputedStyle(element).color)
      await frame.waitForFunction(
        () =>
          getComputedStyle(document.querySelector('#mod') ?? document.body).color ===
          'rgb(9, 8, 7)',
      )
      await frame.waitForFunction(() => document.readyState === 'complete')
      await kernel.write({
        'app/css/s.module.css': source('app/css/s.module.css').replace(
          'color: rgb(9, 8, 7)',
          'margin: 3px',
        ),
      })
      await expect.poll(color).toBe('rgb(0, 0, 0)')
      await kernel.write({ 'app/css/s.module.css': source('app/css/s.module.css') })
      await expect.poll(color).toBe('rgb(9, 8, 7)')
    })

    test('a new file is a new route, a removed one is none', async () => {
      await kernel.write({
        'app/fresh/page.tsx': `export default function Page() { return <p id="fresh">fresh</p> }`,
      })
      expect((await kernel.request('/fresh')).text).toContain('id="fresh"')
      await kernel.write({ 'app/fresh/page.tsx': null })
      expect((await kernel.request('/fresh')).status).toBe(404)
    })

    test('a new .env value is read', async () => {
      await kernel.write({ '.env': `SECRET=changed\nNEXT_PUBLIC_NAME=base` })
      expect((await kernel.request('/env')).text.replaceAll('<!-- -->', '')).toContain('|changed|')
    })
  })
})
