// Runs a journey step by step and keeps what was seen, for the comparison at the end.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { ROOT } from '../../tools/build/build-if-changed.mjs'
import type { Hop } from '../../playground/runtime/wire/hop.ts'
import type { Driver } from './driver.ts'
import type { Journey, Step } from './journeys/journey.ts'
import type { Cell, Seen } from './support-table.ts'

const SEEN = join(ROOT, 'build', 'test', 'browsers')

export async function runJourney(driver: Driver, journey: Journey): Promise<void> {
  const { title, place, expected, steps } = journey
  const name = `${driver.browser} ${title}`
  forget(name)
  driver.surprises(/(?!)/) // what the journey before left behind
  const rows: { says: string; cell: Cell }[] = []
  for (const step of steps) {
    const reason = step.missing?.[driver.browser] ?? null
    if (reason === null) await test.step(step.says, () => runStep(driver, step))
    rows.push({ says: step.says, cell: reason })
  }
  const surprises = driver.surprises(expected)
  expect(surprises, 'nothing unexpected in the console or on the network').toEqual([])
  const { browser, version } = driver
  remember(name, { type: 'journey', browser, version, place, journey: title, rows })
}

async function runStep(driver: Driver, step: Step): Promise<void> {
  try {
    await step.run(driver)
  } catch (cause) {
    await test.info().attach('what was shown', { body: await lastWords(driver) })
    const body = Buffer.from(await driver.screenshot().catch(() => ''), 'base64')
    await test.info().attach('screenshot', { body, contentType: 'image/png' })
    throw cause
  }
}

async function lastWords({ call }: Driver): Promise<string> {
  return JSON.stringify({
    stages: await call('stages').catch(String),
    errors: await call('errors').catch(String),
    last: (await call('trace').catch(() => [])).slice(-12).map(({ hops }) => hops.map(tellHop)),
  }).slice(0, 8000)
}

function tellHop(hop: Hop): string {
  const time = `${hop.startTime % 1_000_000}+${(hop.endTime ?? 0) - hop.startTime}`
  if (hop.type !== 'http') return `${time} ${hop.type}`
  const { kind, failure } = hop
  const answer = hop['http.response.status_code'] ?? failure?.message ?? 'no answer'
  return `${time} ${kind} ${hop['http.request.method']} ${hop['url.full']} ${answer}`
}

export function remember(name: string, seen: Seen): void {
  mkdirSync(SEEN, { recursive: true })
  writeFileSync(fileOf(name), JSON.stringify(seen))
}

export function forget(name: string): void {
  rmSync(fileOf(name), { force: true })
}

export function readSeen(): readonly Seen[] {
  return readdirSync(SEEN).map((file) => {
    const seen: Seen = JSON.parse(readFileSync(join(SEEN, file), 'utf8'))
    return seen
  })
}

function fileOf(name: string): string {
  return join(SEEN, `${name.replaceAll(/[^\w]+/g, '-')}.json`)
}
