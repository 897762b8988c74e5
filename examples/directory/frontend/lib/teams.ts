export const teams = {
  design: 'Design',
  engineering: 'Engineering',
  operations: 'Operations',
  research: 'Research',
  support: 'Support',
} as const

export type Team = keyof typeof teams

export function isTeam(value: unknown): value is Team {
  return typeof value === 'string' && Object.hasOwn(teams, value)
}
