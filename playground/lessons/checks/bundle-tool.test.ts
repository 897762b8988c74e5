import { expect, test } from 'vitest'
import type { Answer, HttpTool } from './check-tools.ts'
import { createBundleTool } from './bundle-tool.ts'

const PAGES: Readonly<Record<string, string>> = {
  '/': String.raw`<script src="/_next/static/chunks/main.js?v=1" async></script>
<script>self.__next_f.push([1,"I[\"./card.tsx\",[\"/_next/static/chunks/main.js\",\"/_next/static/chunks/card.js\"]]"])</script>
<link rel="stylesheet" href="/_next/static/css/app.css">`,
  '/_next/static/chunks/main.js': 'main',
  '/_next/static/chunks/card.js': 'const key = "secret"',
}

const answer = async (path: string): Promise<Answer> => ({
  status: 200,
  headers: [],
  body: PAGES[path] ?? '',
  exchange: null,
})
const http: HttpTool = { next: answer, fastapi: answer }

test('the scripts of a page are those of its tags and of its payload, each once', async () => {
  expect(await createBundleTool(http).scripts('/')).toEqual([
    { path: '/_next/static/chunks/main.js', text: 'main' },
    { path: '/_next/static/chunks/card.js', text: 'const key = "secret"' },
  ])
})
