// A zip of the workspace with the commands that run it for real. Runs anywhere; offering the download is the page's.
import { strToU8, zipSync, type Zippable } from 'fflate'
import type { Files } from '../wire/files.ts'

const READ_ME = `# From Both Ends

Two terminals:

    cd backend && python -m venv .venv && . .venv/bin/activate && pip install -r requirements.txt && uvicorn main:app --reload
    cd frontend && npm install && API_URL=http://localhost:8000 npm run dev

Where the app lies in backend/app/, it is \`uvicorn app.main:app --reload\`.
`

export function zipFiles(files: Files): Uint8Array {
  const entries: Zippable = { 'README.md': strToU8(READ_ME) }
  for (const [path, content] of Object.entries(files)) {
    entries[path] = typeof content === 'string' ? strToU8(content) : content
  }
  return zipSync(entries, { level: 6 })
}
