import { describe, expect, test } from 'vitest'
import { isolationHeaders } from './isolation.mjs'

const at = (path: string, defaultEngine?: string) =>
  isolationHeaders(new URL(path, 'http://static.invalid'), defaultEngine)

const isolated = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'credentialless',
}

describe('cross-origin isolation', () => {
  test('is for a playground or a lesson whose address asks for the WebContainers engine', () => {
    expect(at('/play/?engine=webcontainer')).toEqual(isolated)
    expect(at('/learn/01-two-servers/?engine=webcontainer')).toEqual(isolated)
  })

  test('is for no other page', () => {
    for (const path of ['/play/', '/play/?engine=own', '/learn/01-two-servers/'])
      expect(at(path)).toEqual({})
    for (const path of ['/', '/docs/engines/', '/learn/', '/_next/static/x.js'])
      expect(at(`${path}?engine=webcontainer`)).toEqual({})
  })

  test('follows the build setting unless the address says otherwise', () => {
    expect(at('/play/', 'webcontainer')).toEqual(isolated)
    expect(at('/play/?engine=own', 'webcontainer')).toEqual({})
  })

  test('lets an isolated page start the site’s own workers', () => {
    expect(at('/_next/static/chunks/turbopack-worker-1hr_x.js')).toEqual({
      'cross-origin-embedder-policy': 'credentialless',
    })
  })

  test('lets an isolated page frame the engine room', () => {
    expect(at('/__host__/host.html?isolated')).toMatchObject({
      'cross-origin-resource-policy': 'cross-origin',
    })
  })
})
