// Makes a browser that of a reader who pressed *Remove everything* (playground/offline/offline.ts): 130 MB kept beside each
// test would measure the disk. What is kept has tests of its own: tests/offline.
import type { BrowserContext, Page } from '@playwright/test'

export async function keepNothing(where: BrowserContext | Page): Promise<void> {
  await where.addInitScript(setInPage)
}

/** Runs in every frame. */
function setInPage(): void {
  try {
    localStorage.setItem('both-ends-keep-nothing', 'yes')
  } catch {
    // A frame without an origin has no storage, and keeps nothing anyway.
  }
}
