// The guard of every other e2e test: what it must catch, and what a test may declare.
import { expect, test } from './support/test.ts'

test.describe('a test fails by itself', () => {
  test('when the page logs an error', async ({ page }) => {
    test.fail()
    await page.goto('data:text/html,<script>console.error("boom")</script>')
  })

  test('when an error is not caught', async ({ page }) => {
    test.fail()
    await page.goto('data:text/html,<script>throw new Error("boom")</script>')
  })

  test('when a request names another host, even if it is answered', async ({ page }) => {
    test.fail()
    await page.route('http://elsewhere.example/**', (route) => route.fulfill({ body: 'ok' }))
    await page.goto('http://elsewhere.example/')
  })
})

test.describe('a test may declare what it causes', () => {
  test.use({ expectedErrors: /boom/ })

  test('and then passes', async ({ page }) => {
    const logged = page.waitForEvent('console')
    await page.goto('data:text/html,<script>console.error("boom")</script>')
    expect((await logged).text()).toBe('boom')
  })
})

test.describe('whatever a test declares', () => {
  test.use({ expectedErrors: /./ })

  test('a request to another host fails it', async ({ page }) => {
    test.fail()
    await page.route('http://elsewhere.example/**', (route) => route.fulfill({ body: 'ok' }))
    await page.goto('http://elsewhere.example/')
  })
})
