// The App Router without cacheComponents: every convention once.
import { actions } from './conventions/actions.ts'
import { caches } from './conventions/caches.ts'
import { clientParts } from './conventions/client-parts.ts'
import { config } from './conventions/config.ts'
import { failures } from './conventions/failures.ts'
import { handlers } from './conventions/handlers.ts'
import { metadata } from './conventions/metadata.ts'
import { requests } from './conventions/requests.ts'
import { segments } from './conventions/segments.ts'
import { slots } from './conventions/slots.ts'
import type { FixtureApp } from './fixture-app.ts'

export const conventionsApp: FixtureApp = {
  name: 'conventions',
  slices: [
    segments,
    slots,
    failures,
    metadata,
    handlers,
    requests,
    clientParts,
    config,
    caches,
    actions,
  ],
}
