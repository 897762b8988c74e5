// What the checks of both steps do: sign in by the form, and hold our types to what FastAPI says of itself now.
import type { CheckTools } from '../../playground/lessons/define-checks.ts'

/** The demo's person, an administrator: backend/app/seed.py. */
export async function signInAsAda({ page, jar }: CheckTools, next: string): Promise<void> {
  await jar.clear()
  await page.open(`/sign-in?next=${encodeURIComponent(next)}`)
  await page.fill('E-mail', 'ada@example.com')
  await page.fill('Password', 'demo password 2026')
  await page.click('button', 'Sign in')
  await page.seeAddress(next)
}

interface Contract {
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly properties?: object }>>
  }
}

/** Fails where a shape of our generated types has other fields than the same shape of /openapi.json. */
export async function agreeOnFields({ http, types, fail }: CheckTools): Promise<void> {
  const { body, exchange } = await http.fastapi('/openapi.json')
  const contract: Contract = JSON.parse(body)
  const shapes = Object.entries(contract.components.schemas).map(([name, { properties }]) => ({
    name,
    fields: Object.keys(properties ?? {}),
  }))
  const [problem] = await types.problemsOf([IMPORT, ...shapes.map(askForFields)].join('\n'))
  if (problem === undefined) return
  // Line 1 is the import.
  const shape = shapes[problem.line - 2]
  fail({
    expected: shape
      ? `${shape.name} in lib/generated/api.d.ts to have what /openapi.json says: ${shape.fields.join(', ')}`
      : 'lib/generated/api.d.ts to have components.schemas',
    got: problem.message,
    where: exchange && { type: 'exchange', id: exchange.id, text: 'GET /openapi.json' },
  })
}

const IMPORT = `import type { components } from '@/lib/generated/api'; type Schemas = components['schemas']`

/** A line for TypeScript: an object that must have all fields of the shape, and no others. */
function askForFields(
  { name, fields }: { readonly name: string; readonly fields: readonly string[] },
  index: number,
): string {
  const given = fields
    .map((field) => `${/^\w+$/.test(field) ? field : JSON.stringify(field)}: 0`)
    .join(', ')
  return `export const s${index}: Record<keyof Schemas[${JSON.stringify(name)}], 0> = { ${given} }`
}
