// The checks that need no database: they answer sooner and in our words. FastAPI checks again, and its rules count.

type Check = (value: string) => string | undefined

const text =
  (least: string, most: number): Check =>
  (value) => {
    if (!value.trim()) return least
    return value.length > most ? `Please keep this within ${most} characters.` : undefined
  }

export const checkName = text('What should we call you?', 80)
export const checkTitle = text('A note needs a title.', 120)
export const checkPassword = text('Please enter your password.', 128)

export const checkText: Check = (value) =>
  value.length > 10_000 ? 'Please keep a note within 10,000 characters.' : undefined

export const checkEmail: Check = (value) =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) && value.length <= 254
    ? undefined
    : 'Please enter an address like ada@example.com.'

export const checkNewPassword: Check = (value) => {
  if (value.length < 12) return 'Please use at least 12 characters. A few words will do.'
  return value.length > 128 ? 'Please use at most 128 characters.' : undefined
}

/** The errors of all fields at once, or null when there are none. */
export function checkFields<Field extends string>(
  values: Record<Field, string>,
  checks: Partial<Record<Field, Check>>,
): Partial<Record<Field, string>> | null {
  const errors: Partial<Record<Field, string>> = {}
  for (const name in checks) {
    const error = checks[name]?.(values[name])
    if (error) errors[name] = error
  }
  return Object.keys(errors).length > 0 ? errors : null
}
