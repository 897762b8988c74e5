// The shapes that FastAPI sends, checked by hand: a cast would only promise them.
import { isTeam, type Team } from './teams'

export interface Person {
  id: number
  name: string
  email: string
  title: string
  team: Team
  about: string
  starred: boolean
  createdAt: string
}

export interface PeoplePage {
  items: Person[]
  total: number
  page: number
  pages: number
}

type JsonObject = Record<string, unknown>

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function wrongShape(what: string): never {
  throw new TypeError(`FastAPI answered something else than expected: ${what}`)
}

function readText(from: JsonObject, name: string): string {
  const value = from[name]
  return typeof value === 'string' ? value : wrongShape(`${name} is not text`)
}

function readNumber(from: JsonObject, name: string): number {
  const value = from[name]
  return typeof value === 'number' ? value : wrongShape(`${name} is not a number`)
}

export function parsePerson(value: unknown): Person {
  if (!isJsonObject(value)) return wrongShape('no person')
  const { team, starred } = value
  if (!isTeam(team)) return wrongShape('team is unknown')
  if (typeof starred !== 'boolean') return wrongShape('starred is not true or false')
  return {
    id: readNumber(value, 'id'),
    name: readText(value, 'name'),
    email: readText(value, 'email'),
    title: readText(value, 'title'),
    team,
    about: readText(value, 'about'),
    starred,
    createdAt: readText(value, 'created_at'),
  }
}

export function parsePeoplePage(value: unknown): PeoplePage {
  if (!isJsonObject(value) || !Array.isArray(value.items)) return wrongShape('no list of people')
  return {
    items: value.items.map(parsePerson),
    total: readNumber(value, 'total'),
    page: readNumber(value, 'page'),
    pages: readNumber(value, 'pages'),
  }
}

/** An id from the address, or null: what cannot be an id is never sent on. */
export function parsePersonId(text: string): number | null {
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0
  return id > 0 && id < 2 ** 31 ? id : null
}
