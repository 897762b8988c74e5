// Serves `next dev site` and `next build site`. It lies at the root because everything that the pages import
// (content, playground, examples) lies outside site/; Next finds it by walking up from there.
// @ts-check
import { lstatSync, mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js'
import { DEFAULT_ENGINE, PREVIEW_ORIGIN, SITE_ORIGIN } from './tools/preview-build/bundles.mjs'
import { builtOrigin } from './tools/serve/built-origins.mjs'

const root = dirname(fileURLToPath(import.meta.url))
const site = join(root, 'site')

// Nextra looks for `app` and `content` side by side, in the working directory, here and in its loader workers.
link('content', '../content')
// The starters' files, which tools/starter-files builds, are served as /starters/<name>.json.
link('public/starters', '../../build/starter-files')
// The same for lessons, by tools/lesson-index.
link('public/lessons', '../../build/lessons')
// And for what the WebContainers engine fetches, by tools/webcontainer-packages.
link('public/webcontainer', '../../build/webcontainer')
// And for what the reference pages run, by tools/references.
link('public/references', '../../build/references')
// And for the module of embedders, by tools/embed-build.
link('public/embed', '../../build/embed')
// And for talks, by tools/talks.
link('public/talks', '../../build/talks')
process.chdir(site)
const { default: nextra } = await import('nextra')

const withNextra = nextra({
  search: { codeblocks: false },
  defaultShowCopyCode: true,
  mdxOptions: {
    rehypePrettyCodeOptions: {
      // Both pass 4.5:1 on the site's code background, comments too.
      theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    },
  },
})

/** @param {string} phase @returns {import('next').NextConfig} */
export default function config(phase) {
  const exporting = phase !== PHASE_DEVELOPMENT_SERVER
  return withFewGrammars(
    withNextra({
      ...(exporting ? { output: 'export' } : { headers: isolateWhenAsked }),
      trailingSlash: true,
      images: { unoptimized: true },
      reactStrictMode: true,
      outputFileTracingRoot: root,
      turbopack: { root },
      compiler: {
        define: {
          BOTH_ENDS_SITE_ORIGIN: builtOrigin('site', SITE_ORIGIN),
          BOTH_ENDS_PREVIEW_ORIGIN: builtOrigin('preview', PREVIEW_ORIGIN),
          BOTH_ENDS_DEFAULT_ENGINE: DEFAULT_ENGINE,
        },
      },
      // Types are checked once, by `npm run typecheck`; a build of the site does not do it again.
      typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.json' },
      devIndicators: false,
    }),
  )
}

/** What tools/serve/isolation.mjs does for a built site. */
function isolateWhenAsked() {
  const headers = [
    { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
    { key: 'Cross-Origin-Embedder-Policy', value: 'credentialless' },
  ]
  const has = [{ type: /** @type {const} */ ('query'), key: 'engine', value: 'webcontainer' }]
  return Promise.resolve([{ source: '/:path*', has, headers }])
}

/**
 * Both links are git-ignored. A junction is what Windows lets everybody make.
 * @param {string} path below site/
 * @param {string} target relative to the link's folder
 */
function link(path, target) {
  const from = join(site, path)
  if (lstatSync(from, { throwIfNoEntry: false }) !== undefined) return
  mkdirSync(dirname(from), { recursive: true })
  symlinkSync(target, from, 'junction')
}

/**
 * Puts our loader before Nextra's in every Turbopack rule: it limits the syntax grammars (see the file).
 * @param {import('next').NextConfig} nextConfig
 */
function withFewGrammars(nextConfig) {
  const ours = join(root, 'tools', 'site-build', 'nextra-loader.cjs')
  const rules = Object.entries(nextConfig.turbopack?.rules ?? {}).map(([glob, rule]) => [
    glob,
    JSON.parse(JSON.stringify(rule), (key, value) => (key === 'loader' ? ours : value)),
  ])
  return { ...nextConfig, turbopack: { ...nextConfig.turbopack, rules: Object.fromEntries(rules) } }
}
