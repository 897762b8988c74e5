// A page that tries the network by itself and tells the site what came of it: for WebKitGTK, whose driver does not
// reach into a frame of another site. Part of the fake kernel.
export interface ProbeReport {
  readonly guest: string
  readonly redirectedTo: string
  readonly uploaded: boolean
  readonly absolute: string
  readonly tickTimes: readonly number[]
  readonly brokenStream: string
  readonly emptyStatus: number
  readonly allowed: unknown
  readonly refused: string
  readonly afterPreflight: unknown
  readonly aborted: number
  readonly formShows: string
}

declare global {
  interface Window {
    /** Left by the tests' own guest.js. */
    guestCookies?: string
  }
}

async function probe(): Promise<ProbeReport> {
  const fastapi = 'http://localhost:8000'
  const outcome = (answer: Promise<unknown>) =>
    answer.then(
      () => 'fulfilled',
      (error: Error) => error.name,
    )
  const readTicks = async () => {
    const start = performance.now()
    const times: number[] = []
    const reader = (await fetch('/ticks')).body!.getReader()
    while (!(await reader.read()).done) times.push(performance.now() - start)
    return times
  }
  const countAborted = async () => Number(await (await fetch('/aborted')).text())
  const abort = async () => {
    const before = await countAborted()
    const leaving = new AbortController()
    const { body } = await fetch('/endless', { signal: leaving.signal })
    await body!.getReader().read()
    leaving.abort()
    for (let round = 0; round < 40 && (await countAborted()) === before; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    return (await countAborted()) - before
  }
  const submitForm = () =>
    new Promise<string>((resolve) => {
      const frame = document.createElement('iframe')
      frame.name = 'target'
      frame.addEventListener('load', () => {
        const heading = frame.contentDocument?.querySelector('h1')
        if (heading) resolve(heading.textContent ?? '')
      })
      const form = document.createElement('form')
      Object.assign(form, { method: 'post', action: '/form', target: 'target' })
      document.body.append(frame, form)
      form.submit()
    })
  const form = new FormData()
  form.set('file', new File([new Uint8Array(300_000)], 'big.bin'))
  const json = { 'content-type': 'application/json' }
  return {
    guest: window.guestCookies ?? 'no guest',
    redirectedTo: new URL((await fetch('/redirect')).url).pathname,
    uploaded: (await (await fetch('/echo', { method: 'POST', body: form })).json()).size > 300_000,
    absolute: (await (await fetch('http://localhost:3000/echo')).json()).url,
    tickTimes: await readTicks(),
    brokenStream: await outcome(fetch('/breaks').then((answer) => answer.text())),
    emptyStatus: (await fetch('/empty')).status,
    allowed: await (await fetch(`${fastapi}/open`)).json(),
    refused: await outcome(fetch(`${fastapi}/closed`)),
    afterPreflight: await (
      await fetch(`${fastapi}/put`, { method: 'PUT', headers: json, body: '{}' })
    ).json(),
    aborted: await abort(),
    formShows: await submitForm(),
  }
}

export const PROBE_PAGE = `<!doctype html><html><head></head><body><script>
(${probe.toString()})().then((probe) => top.postMessage({ probe }, '*'), (error) => top.postMessage({ error: String(error) }, '*'))
</script></body></html>`
