// People as a spreadsheet reads them (RFC 4180).
import type { Person } from './person'
import { teams } from './teams'

function cell(value: string): string {
  // A cell that begins like this is run as a formula by spreadsheets; an apostrophe makes it text.
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

export function toCsv(people: Person[]): string {
  const rows = people.map((person) => [person.name, person.email, person.title, teams[person.team]])
  return [['Name', 'E-mail', 'Title', 'Team'], ...rows]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('')
}
