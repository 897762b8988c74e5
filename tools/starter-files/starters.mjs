// The examples that the playground can start from, and what it sets for them: as `.env` files, which both ends read
// and the reader may change, so that the example's own files stay as they are.
// @ts-check

/** @typedef {Record<string, readonly [value: string, why: string]>} Variables */

/**
 * @typedef {object} StarterEntry
 * @property {string} name of a folder in examples/
 * @property {string} open the file to show first
 * @property {string} path the page to show first
 * @property {{ frontend: Variables, backend: Variables }} [environment] beside API_URL and DATABASE_URL, which all have
 */

/** @type {NonNullable<StarterEntry['environment']>} */
const userCrud = {
  frontend: {
    APP_URL: [
      'http://localhost:3000',
      'What people type to come here. No https, so the cookie is not Secure.',
    ],
    PLAIN_FORMS: [
      'next',
      'Forms without scripts get Next’s own answer: the app’s cache handler fails here for a note’s page after a build.',
    ],
    CONTENT_SECURITY_POLICY: [
      'off',
      'The app forbids pages to frame it, and scripts that are not its own; the preview is a frame, and adds one.',
    ],
  },
  backend: {
    JWT_SECRET: [
      'known-to-everybody-and-good-for-a-playground-only',
      'Signs the tokens. Whoever reads this can sign one too: never use it for a real app.',
    ],
    CREATE_TABLES: ['true', 'Alembic does not run here: the tables are made at the start.'],
    SEED_DEMO: [
      'true',
      'Writes the people who can sign in: backend/app/seed.py says who, and their password.',
    ],
    ARGON2_MEMORY_KIB: [
      '1024',
      'Python has one thread here, and a hash holds it. The default is 19 times this.',
    ],
  },
}

/** @type {readonly StarterEntry[]} */
export const STARTERS = [
  { name: 'directory', open: 'frontend/app/(list)/page.tsx', path: '/' },
  { name: 'hello', open: 'frontend/app/page.tsx', path: '/' },
  {
    name: 'user-crud',
    open: 'frontend/app/(signed-in)/notes/page.tsx',
    path: '/',
    environment: userCrud,
  },
]

/** @param {string} name @param {'frontend' | 'backend'} end @returns {Record<string, string>} */
export function starterEnvironment(name, end) {
  const variables = STARTERS.find((starter) => starter.name === name)?.environment?.[end] ?? {}
  return Object.fromEntries(Object.entries(variables).map(([key, [value]]) => [key, value]))
}

/** `frontend/.env` and `backend/.env`, for those that are told something. @param {StarterEntry} starter @returns {Record<string, string>} */
export function environmentFiles({ environment }) {
  const ends = Object.entries(environment ?? {})
  return Object.fromEntries(ends.map(([end, variables]) => [`${end}/.env`, toText(variables)]))
}

/** @param {Variables} variables */
function toText(variables) {
  const lines = Object.entries(variables).map(
    ([name, [value, why]]) => `# ${why}\n${name}=${value}`,
  )
  return `${lines.join('\n\n')}\n`
}
