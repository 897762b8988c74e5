import {
  defineChecks,
  type Answer,
  type HttpTool,
} from '../../../playground/lessons/define-checks.ts'
import { askAs, NOBODYS, readPerson, whereAsked } from '../ask.ts'

const CHANGE = { title: 'Taken over' }

/** Each way to one note, as the wire shows it. The one that deletes is the last. */
const waysTo = (id: string) =>
  [
    [`GET /api/notes/${id}`, undefined],
    [`PATCH /api/notes/${id}`, CHANGE],
    [`DELETE /api/notes/${id}`, undefined],
  ] as const

const verbOf = (question: string) => question.split(' ')[0]

async function readNoteId(http: HttpTool, token: string): Promise<string> {
  const { body } = await askAs(http, token, 'GET /api/notes?q=Bicycle')
  const { items }: { readonly items: readonly { readonly id: string }[] } = JSON.parse(body)
  return items[0]?.id ?? NOBODYS
}

/** What can be told from it. */
function told({ status, body }: Answer) {
  return { status, says: status === 404 ? JSON.parse(body).message : null }
}

export const checks = defineChecks([
  {
    name: 'Another’s note answers as one that never was',
    freshDatabase: true,
    async run({ http, equal }) {
      const [ada, ben] = [await readPerson(http, 'ada'), await readPerson(http, 'ben')]
      const id = await readNoteId(http, ada.token)
      for (const [question, json] of waysTo(id)) {
        const absent = await askAs(http, ben.token, question.replace(id, NOBODYS), json)
        const foreign = await askAs(http, ben.token, question, json)
        equal(
          `the answer to Ben’s ${verbOf(question)} of Ada’s note`,
          { expected: { ...told(absent), status: 404 }, got: told(foreign) },
          whereAsked(foreign, question),
        )
      }
    },
  },
  {
    name: 'Whatever Ben asks for, Ada’s note is as it was',
    freshDatabase: true,
    async run({ http, equal }) {
      const [ada, ben] = [await readPerson(http, 'ada'), await readPerson(http, 'ben')]
      const id = await readNoteId(http, ada.token)
      for (const [question, json] of waysTo(id)) await askAs(http, ben.token, question, json)
      const question = `GET /api/notes/${id}`
      const answer = await askAs(http, ada.token, question)
      const note: { readonly title?: string } = JSON.parse(answer.body)
      equal(
        'Ada’s note after Ben’s requests',
        {
          expected: { status: 200, title: 'Bicycle' },
          got: { status: answer.status, title: note.title ?? null },
        },
        whereAsked(answer, question),
      )
    },
  },
  {
    name: 'Ada reads, changes and deletes a note of her own',
    async run({ http, equal }) {
      const { token } = await readPerson(http, 'ada')
      const created = await askAs(http, token, 'POST /api/notes', { title: 'For this check' })
      const { id }: { readonly id: string } = JSON.parse(created.body)
      for (const [question, json] of waysTo(id)) {
        const answer = await askAs(http, token, question, json)
        equal(
          `the status of Ada’s ${verbOf(question)}`,
          { expected: question.startsWith('DELETE') ? 204 : 200, got: answer.status },
          whereAsked(answer, question),
        )
      }
    },
  },
])
