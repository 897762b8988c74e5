// A zip of the workspace with the commands that run it for real. Runs anywhere; offering the download is the page's.
import { strToU8, zipSync, type Zippable } from 'fflate'
import type { Files } from '../wire/files.ts'

/** What the playground sets for FastAPI, with the file beside the code. */
const DATABASE_URL = 'sqlite:///./both-ends.db'

export function zipFiles(files: Files): Uint8Array {
  const entries: Zippable = { 'README.md': strToU8(readMe(files)) }
  for (const [path, content] of Object.entries(files)) {
    entries[path] = typeof content === 'string' ? strToU8(content) : content
  }
  return zipSync(entries, { level: 6 })
}

/** The two commands are the indented lines: tests/zip runs them as they are written. */
function readMe(files: Files): string {
  const app = 'backend/app/main.py' in files ? 'app.main:app' : 'main:app'
  const packages = 'backend/requirements.txt' in files ? '-r requirements.txt' : 'fastapi uvicorn'
  return `# From Both Ends

Both ends on your machine, with Python 3.11 or newer and Node 20.9 or newer. One command for each, each in a terminal of
its own. The first run of each installs what it needs.

    cd backend && python3 -m venv .venv && .venv/bin/pip install -q ${packages} && DATABASE_URL=${DATABASE_URL} .venv/bin/uvicorn ${app} --reload

    cd frontend && npm install && API_URL=http://localhost:8000 npm run dev

Then open http://localhost:3000.
`
}
