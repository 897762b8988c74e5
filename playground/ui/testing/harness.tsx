// The playground's page with the fake engine, for looking at its states and for e2e tests of the page alone:
// `node playground/ui/testing/serve-harness.mjs`. `?stageMs=`, `?slow=python`, `?failing=python` (`&once`) choose what it plays.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Files } from '../../runtime/wire/files.ts'
import { openSession } from '../../session/open-session.ts'
import type { LearnerError } from '../../runtime/wire/learner-error.ts'
import { STAGE_NAMES } from '../../runtime/wire/stage.ts'
import { PlaygroundFrame } from '../PlaygroundFrame.tsx'
import { createFakeEngine, PYTHON_DEADLINE } from './fake-engine.ts'

const FILES: Files = {
  'frontend/app/layout.tsx': `export default function Layout({ children }: { children: React.ReactNode }) {\n  return (\n    <html lang="en">\n      <body>{children}</body>\n    </html>\n  )\n}\n`,
  'frontend/app/page.tsx': `import { cookies } from 'next/headers'\nimport { Like } from './like.tsx'\n\n// What the list shows first.\nconst PAGE_SIZE = 10\n\nexport default async function Page() {\n  const theme = (await cookies()).get('theme')?.value ?? 'light'\n  const people = await fetch(\`\${process.env.API_URL}/users?limit=\${PAGE_SIZE}\`).then((answer) => answer.json())\n  return (\n    <main data-theme={theme}>\n      <h1>People</h1>\n      <Like />\n      <ul>\n        {people.map((person) => (\n          <li key={person.id}>{person.name}</li>\n        ))}\n      </ul>\n    </main>\n  )\n}\n`,
  'frontend/app/like.tsx': `'use client'\nimport { useState } from 'react'\n\nexport function Like() {\n  const [likes, setLikes] = useState(0)\n  return <button onClick={() => setLikes(likes + 1)}>Like {likes}</button>\n}\n`,
  'frontend/app/users/[id]/page.tsx': `export default async function Person({ params }: { params: Promise<{ id: string }> }) {\n  return <h1>Person {(await params).id}</h1>\n}\n`,
  'frontend/app/globals.css': `body {\n  margin: 0;\n  font-family: system-ui;\n}\n`,
  'frontend/package.json': `{\n  "name": "frontend",\n  "private": true\n}\n`,
  'frontend/app/icon.png': new Uint8Array([137, 80, 78, 71, 0, 255, 254]),
  'backend/main.py': `from fastapi import FastAPI\nfrom sqlmodel import Session, select\n\napp = FastAPI()\n\n\n@app.get("/users")\ndef list_users(limit: int = 10, offset: int = 0) -> list[dict]:\n    """People, by name."""\n    print("people:", limit)\n    return [{"id": 1, "name": "Ada Lovelace"}]\n`,
  'backend/requirements.txt': `fastapi\nsqlmodel\n`,
}

const options = new URLSearchParams(window.location.search)

function checkFiles(files: Readonly<Record<string, unknown>>): readonly LearnerError[] {
  const text = String(files['frontend/app/page.tsx'])
  const line = text.split('\n').findIndex((each) => each.includes('OOPS')) + 1
  if (line === 0) return []
  return [
    {
      end: 'next',
      message: 'Expression expected',
      place: { file: 'frontend/app/page.tsx', line, column: 3 },
      codeFrame: `> ${line} | ${text.split('\n')[line - 1]}\n    |   ^`,
      stack: 'at Page (frontend/app/page.tsx)',
    },
  ]
}

const named = (name: string) => STAGE_NAMES.find((stage) => stage === options.get(name))
const failing = named('failing')
const slow = named('slow')

const open = () =>
  openSession({
    starter: 'directory',
    loadStarter: async (name) => ({
      name,
      files: FILES,
      open: 'frontend/app/page.tsx',
      path: '/users',
    }),
    createEngine: async () => {
      const engine = createFakeEngine({
        stageMs: Number(options.get('stageMs') ?? 150),
        check: checkFiles,
        ...(failing && {
          failing: { stage: failing, failure: PYTHON_DEADLINE, once: options.has('once') },
        }),
        ...(slow && { slow }),
      })
      Object.assign(window, { fakeEngine: engine })
      return engine
    },
  })

const place = document.getElementById('root')
if (place) {
  createRoot(place).render(
    <StrictMode>
      <PlaygroundFrame openSession={open} />
    </StrictMode>,
  )
}
