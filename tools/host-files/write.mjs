// The same rules in the words of three hosts.
// @ts-check
import { contentTypes } from '../serve/content-types.mjs'

/** @typedef {import('./rules.mjs').HostRules} HostRules */
/** @typedef {import('./cover.mjs').Rule} Rule */

const MADE = 'Made by tools/host-files from tools/serve/headers.mjs: change it there.'

/** Netlify and Cloudflare Pages: both join what several rules say, so no header of an address has two. @param {HostRules} rules */
export function writeHeadersFile({ everywhere, cache, allow, isolate, types }) {
  const block = (/** @type {string} */ path, /** @type {Record<string, string>} */ headers) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n')
  const single = (/** @type {string} */ name, /** @type {readonly Rule[]} */ all) =>
    all.map(({ path, says }) => block(path, { [name]: says }))
  return [
    `# ${MADE}`,
    block('/*', everywhere),
    ...single('cache-control', cache),
    ...single('access-control-allow-origin', allow),
    ...single('cross-origin-embedder-policy', isolate),
    ...single('content-type', types),
  ]
    .join('\n')
    .concat('\n')
}

/** @param {HostRules} rules */
export function writeVercelFile({ everywhere, cache, allow, isolate, types }) {
  const entry = (/** @type {string} */ source, /** @type {[string, string][]} */ headers) => ({
    source,
    headers: headers.map(([key, value]) => ({ key, value })),
  })
  const single = (/** @type {string} */ name, /** @type {readonly Rule[]} */ all) =>
    all.map(({ path, says }) => entry(toSource(path), [[name, says]]))
  const config = {
    trailingSlash: true,
    headers: [
      entry('/(.*)', Object.entries(everywhere)),
      ...single('cache-control', cache),
      ...single('access-control-allow-origin', allow),
      ...single('cross-origin-embedder-policy', isolate),
      ...single('content-type', types),
    ],
  }
  return `${JSON.stringify(config, null, 2)}\n`
}

/** path-to-regexp: what has a meaning there is escaped. @param {string} path */
function toSource(path) {
  const literal = path.replace(/\*$/, '').replaceAll(/[\\()[\]{}:*+?.!$^|]/g, String.raw`\$&`)
  return path.endsWith('*') ? `${literal}(.*)` : literal
}

/**
 * nginx, both origins in one file.
 * @param {readonly { name: string, host: string, root: string, rules: HostRules }[]} origins
 */
export function writeNginxFile(origins) {
  return `# ${MADE}
# Goes into the http block: include /etc/nginx/both-ends.conf;
# Yours to set: server_name, the certificate, and where the folder lies.

${origins.map(writeServer).join('\n')}`
}

/** @param {{ name: string, host: string, root: string, rules: HostRules }} origin */
function writeServer({ name, host, root, rules }) {
  return `${writeMap(`$both_ends_${name}_cache`, 'no-cache', rules.cache)}
${writeMap(`$both_ends_${name}_allow`, '', rules.allow)}
${writeMap(`$both_ends_${name}_isolate`, '', rules.isolate)}
server {
  listen 443 ssl;
  server_name ${host};
  ssl_certificate     /etc/ssl/${host}.pem;
  ssl_certificate_key /etc/ssl/${host}.key;
  root ${root};
  index index.html;
  error_page 404 /404.html;
  absolute_redirect off;
  charset utf-8;
  charset_types ${textTypes().join(' ')};
  default_type application/octet-stream;
  types {
${typeLines()}
  }
  gzip on;
  gzip_vary on;
  gzip_types ${textTypes().join(' ')} application/wasm application/zip;
  # With the brotli module: brotli on; brotli_types as gzip_types.
${Object.entries(rules.everywhere)
  .map(([key, value]) => `  add_header ${key} "${value}" always;`)
  .join('\n')}
  add_header cache-control $both_ends_${name}_cache always;
  add_header access-control-allow-origin $both_ends_${name}_allow;
  add_header cross-origin-embedder-policy $both_ends_${name}_isolate;
}
`
}

/** @param {string} variable @param {string} otherwise @param {readonly Rule[]} rules */
function writeMap(variable, otherwise, rules) {
  const lines = rules
    .filter(({ says }) => says !== otherwise)
    .map(({ path, says }) => {
      const literal = path.replace(/\*$/, '').replaceAll(/[\\()[\]{}*+?.$^|]/g, String.raw`\$&`)
      return `  "~^${literal}${path.endsWith('*') ? '' : '$'}" "${says}";`
    })
  return [`map $uri ${variable} {`, `  default "${otherwise}";`, ...lines, '}'].join('\n')
}

/** nginx says the charset by itself, of the types that are named for it. */
function textTypes() {
  const texts = Object.values(contentTypes).filter((type) => type.includes('charset'))
  // text/html is always among them, and naming it is a warning.
  return [...new Set(texts.map(withoutCharset))].filter((type) => type !== 'text/html')
}

function typeLines() {
  const types = new Set(Object.values(contentTypes))
  return [...types]
    .map((type) => {
      const endings = Object.keys(contentTypes).filter((ending) => contentTypes[ending] === type)
      return `    ${withoutCharset(type)} ${endings.map((ending) => ending.slice(1)).join(' ')};`
    })
    .join('\n')
}

/** @param {string} type */
function withoutCharset(type) {
  return type.split(';', 1)[0] ?? type
}
