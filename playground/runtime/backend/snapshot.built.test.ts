// A snapshot made by one Python and restored by another, in Node.
import { beforeAll, describe, expect, it } from 'vitest'
import { createDiskAssets, missingBuild } from '../../../tools/wheel-lock/disk-assets.ts'
import type { Snapshot } from './snapshot.ts'
import { makeSnapshot } from './snapshot-maker.ts'
import type { SnapshotStore } from './snapshot-store.ts'
import { connectBackend } from './testing/connected-backend.ts'

const OPTIONS = { deadline: 60_000, stage: 'test' }
const missing = missingBuild()

const APP = `
import random, uuid
from fastapi import FastAPI
from sqlmodel import Field, Session, SQLModel, create_engine, select
engine = create_engine("sqlite:////workspace/people.db")
class Person(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str
SQLModel.metadata.create_all(engine)
app = FastAPI()
@app.post("/people")
def create(person: Person) -> Person:
    with Session(engine) as session:
        session.add(person)
        session.commit()
        session.refresh(person)
        return person
@app.get("/random")
def numbers(): return [random.random(), str(uuid.uuid4())]
@app.get("/late")
def late():
    import statistics
    return statistics.mean([1, 2, 3])
`

function keep(snapshot: Snapshot | null): SnapshotStore & { removed: boolean } {
  return {
    removed: false,
    read: async (version) => (snapshot?.version === version ? snapshot : null),
    write: async () => undefined,
    async remove() {
      this.removed = true
    },
  }
}

async function bootWith(store: SnapshotStore) {
  const backend = connectBackend(createDiskAssets, 5000, store)
  const boot = { assets: '', files: { 'main.py': APP }, environment: {} }
  return { backend, report: await backend.site.call('boot', boot, OPTIONS) }
}

describe.skipIf(missing !== null)(`the snapshot (${missing ?? 'built'})`, () => {
  let snapshot: Snapshot

  beforeAll(async () => {
    snapshot = await makeSnapshot(createDiskAssets())
  })

  it('brings back FastAPI, SQLModel and pydantic_core without importing them', async () => {
    const { backend, report } = await bootWith(keep(snapshot))
    expect(report.errors).toEqual([])
    expect(report.timings).toHaveProperty('snapshot')
    const body = new TextEncoder().encode('{"name":"Ada"}')
    const headers = [['content-type', 'application/json']] as const
    const { status, text } = await backend.text('/people', { method: 'POST', headers, body })
    expect([status, JSON.parse(text)]).toEqual([200, { id: 1, name: 'Ada' }])
    expect(backend.sqlHops.length).toBeGreaterThan(0)
    expect((await backend.text('/late')).text).toBe('2')
    backend.close()
  })

  it('gives each visit its own random numbers', async () => {
    const visits = [await bootWith(keep(snapshot)), await bootWith(keep(snapshot))]
    const [one, other] = await Promise.all(visits.map(({ backend }) => backend.text('/random')))
    expect(one?.text).not.toBe(other?.text)
    for (const { backend } of visits) backend.close()
  })

  it('is thrown away when it does not fit, and Python starts afresh', async () => {
    const [library] = snapshot.libraries
    const elsewhere = { ...library!, tableBase: library!.tableBase + 1 }
    const store = keep({ ...snapshot, libraries: [elsewhere] })
    const { backend, report } = await bootWith(store)
    expect(report.errors).toEqual([])
    expect(report.timings).not.toHaveProperty('snapshot')
    expect(store.removed).toBe(true)
    backend.close()
  })
})
