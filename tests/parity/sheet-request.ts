// The stylesheets that an answer links, asked for as a browser does: one answer of all, joined in their order.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Files } from '../../playground/runtime/wire/files.ts'
import type { Answer, Side, Step } from './exchange.ts'
import { unescapeHtml } from './forms.ts'

/** Before it a sheet that an edit changes may still be the old one. */
const REBUILD_MS = 30_000
const POLL_MS = 100

/** A step whose answer links stylesheets: the sheets in place of it. */
export function sheetsOf(linking: Step): Step {
  return { ...linking, name: `sheets-of-${linking.name}`, run: (side) => askSheets(side, linking) }
}

/** An edit in development, and the sheets once they hold `text`. Of what never comes the last answer is given. */
export function sheetsAfterEdit(linking: Step, edit: { files: Files; text: string }): Step {
  return {
    name: `sheets-of-${linking.name}`,
    only: 'development',
    async run(side) {
      if (side.write === undefined) throw new Error(`${side.name} cannot be edited.`)
      await side.write(edit.files)
      const deadline = Date.now() + REBUILD_MS
      for (;;) {
        const answer = await askSheets(side, linking)
        if (answer.body.includes(edit.text) || Date.now() > deadline) return answer
        await sleep(POLL_MS)
      }
    },
  }
}

async function askSheets(side: Side, linking: Step): Promise<Answer> {
  const { body } = await linking.run(side)
  const sheets: Answer[] = []
  for (const path of linkedSheets(body))
    sheets.push(await side.ask({ host: 'frontend', path, headers: [['accept', 'text/css,*/*']] }))
  const [first] = sheets
  if (first === undefined) throw new Error('No stylesheet is linked.')
  const refused = sheets.find(({ status }) => status !== 200)
  return refused ?? { ...first, body: sheets.map((sheet) => sheet.body).join('\n') }
}

/** In documents as elements, in router data as props; each once. */
function linkedSheets(body: string): ReadonlySet<string> {
  const found = unescapeHtml(body).matchAll(/"(\/_next\/static\/[^"\\]+\.css(?:\?[^"\\]*)?)\\?"/g)
  return new Set([...found].map(([, path = '']) => path))
}
