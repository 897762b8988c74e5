// Runs once, before the first request: a missing variable stops the server here, by name.
import { readEnvironment } from '@/lib/env'

export function register(): void {
  readEnvironment()
}
