// @ts-check
// Where things are, and what tests get for an environment.
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const frontend = fileURLToPath(new URL('../frontend/', import.meta.url))
export const backend = fileURLToPath(new URL('../backend/', import.meta.url))

/** Where uvicorn finds the FastAPI object, from the backend folder. */
export const app = 'app.main:app'

/** Variables the backend gets in tests, so that they never touch your rows. The servers of a test name a database. */
export const testEnvironment = {
  DATABASE_URL: 'sqlite://',
  JWT_SECRET: 'a secret that is for the tests only, and long',
  ARGON2_MEMORY_KIB: '8',
  ARGON2_TIME_COST: '1',
}
