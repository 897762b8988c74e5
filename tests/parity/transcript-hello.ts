// What the parity run asks of examples/hello.
import { api, page, step, type Step } from './exchange.ts'
import { dataRequest } from './rsc-request.ts'

export const helloTranscript: readonly Step[] = [
  page('home', '/'),
  page('home-for-a-name', '/?name=Ada'),
  page('home-with-markup-in-the-name', '/?name=%3Cimg%20src%3Dx%3E'),
  page('home-with-two-names', '/?name=a&name=b'),
  page('home-beyond-ascii', '/?name=Zo%C3%AB%20%F0%9F%8C%8D'),
  page('unknown-address', '/nothing/here'),
  page('address-with-trailing-slash', '/nothing/'),
  dataRequest('data-of-home', '/?name=Ada', ['', {}]),
  step('head-of-home', { host: 'frontend', method: 'HEAD', path: '/' }),
  step('post-to-a-page', { host: 'frontend', method: 'POST', path: '/', body: 'x' }),
  step('icon', { host: 'frontend', path: '/icon.svg' }),
  api('greeting', '/api/hello'),
  api('greeting-for-a-name', '/api/hello?name=Ada'),
  api('greeting-without-a-name', '/api/hello?name='),
  api('greeting-for-a-long-name', `/api/hello?name=${'x'.repeat(41)}`),
  api('greeting-with-trailing-slash', '/api/hello/'),
  api('greeting-by-post', '/api/hello', { method: 'POST' }),
  api('head-of-greeting', '/api/hello', { method: 'HEAD' }),
  api('options-of-greeting', '/api/hello', { method: 'OPTIONS' }),
  api('health', '/health'),
  api('unknown-endpoint', '/api/nothing'),
  api('openapi', '/openapi.json'),
  api('docs', '/docs'),
]
