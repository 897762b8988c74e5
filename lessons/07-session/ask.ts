// What the checks ask for: a person with this address, from FastAPI itself.
import type { Answer, HttpTool } from '../../playground/lessons/define-checks.ts'

export function createPerson(http: HttpTool, email: string): Promise<Answer> {
  return http.fastapi('/api/people', {
    json: { name: 'Grace Hopper', email, title: 'Rear Admiral', team: 'engineering' },
  })
}
