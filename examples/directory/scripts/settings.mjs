// @ts-check
// What differs between the apps that share these scripts.
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const frontend = fileURLToPath(new URL('../frontend/', import.meta.url))
export const backend = fileURLToPath(new URL('../backend/', import.meta.url))

/** Where uvicorn finds the FastAPI object, from the backend folder. */
export const app = 'app.main:app'

/** Variables the backend gets in tests, so that they never touch your rows. */
export const testEnvironment = { DATABASE_URL: 'sqlite://' }
