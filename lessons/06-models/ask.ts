// What the checks of both steps ask FastAPI itself for: the form in front of it is not the only one who can.
import type { Answer, CheckTools, HttpTool, Where } from '../../playground/lessons/define-checks.ts'

const GRACE = { name: 'Grace Hopper', title: 'Rear Admiral', team: 'engineering' }

export function createPerson(http: HttpTool, fields: object): Promise<Answer> {
  return http.fastapi('/api/people', { json: { ...GRACE, ...fields } })
}

export function changeAda(http: HttpTool, fields: object): Promise<Answer> {
  return http.fastapi('/api/people/1', { method: 'PATCH', json: fields })
}

export function whereAsked({ exchange }: Answer, text: string): Where | null {
  return exchange && { type: 'exchange', id: exchange.id, text }
}

/** The answer is 422, and says which field it is about. */
export function expectRefused({ equal }: CheckTools, answer: Answer, field: string, what: string) {
  const { status, body } = answer
  equal(
    `the status for ${what}`,
    { expected: 422, got: status },
    whereAsked(answer, 'the question'),
  )
  equal(
    `the fields that are named for ${what}`,
    { expected: [field], got: Object.keys(JSON.parse(body).fields) },
    whereAsked(answer, 'the answer'),
  )
}
