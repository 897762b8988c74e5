// Runs in the learner's page on a real server: what the guest does in the preview, by the guest's own code.
import {
  actOn,
  describeElement,
  findElements,
} from '../../../../playground/runtime/document/find-elements.ts'
import { isHydrated } from '../../../../playground/runtime/preview/guest-hydration.ts'
import { viewPage } from '../../../../playground/runtime/preview/guest-page.ts'
import type { GuestCalls } from '../../../../playground/runtime/wire/message.ts'

export type PageCalls = Pick<GuestCalls, 'page' | 'find' | 'act'>

export const withScripts: PageCalls = {
  page: viewPage,
  find: (query) => findElements(document, query).map(describeElement),
  act: (action) => actOn(document, action, (element) => isHydrated(element, window)),
}

/** Without scripts nothing takes a page over. */
export const withoutScripts: PageCalls = {
  ...withScripts,
  act: (action) => actOn(document, action),
}
