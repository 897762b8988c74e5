// A copy of the checkout in a folder of its own, as it stands: what git knows or would add, and the installed packages.
// Packages are hard-linked, which takes seconds and no room; nothing that npm rewrites in place is.
// @ts-check
import { execFile } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { MissingRequirement } from '../start/requirements.mjs'

const execute = promisify(execFile)

/** npm writes its record of what is installed into the file itself: linked, it would change the checkout's. */
const REWRITTEN = new Set(['.package-lock.json'])
/** Other tools' caches, which they fill again. */
const isCache = (/** @type {string} */ name) =>
  name.startsWith('.') && name !== '.bin' && !REWRITTEN.has(name)

/** @param {string} root @param {string} target a folder that is there and empty */
export async function copyCheckout(root, target) {
  for (const path of await listFiles(root)) {
    const to = join(target, path)
    mkdirSync(dirname(to), { recursive: true })
    cpSync(join(root, path), to, { verbatimSymlinks: true })
  }
  const packages = join(target, 'node_modules')
  mkdirSync(packages)
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (isCache(name)) continue
    linkTree(join(root, 'node_modules', name), join(packages, name))
  }
}

/** Files that git knows and files that it would add, without those that are deleted. @param {string} root */
async function listFiles(root) {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const { stdout } = await execute('git', args, { cwd: root, maxBuffer: 2 ** 26 }).catch(() => {
    throw new MissingRequirement(
      'The files of this checkout could not be listed: the command needs git, and a clone of the repository.',
    )
  })
  return [...new Set(stdout.split('\0'))].filter(
    (path) => path !== '' && lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile(),
  )
}

/** @param {string} from @param {string} to */
function linkTree(from, to) {
  const entry = lstatSync(from)
  if (entry.isDirectory()) {
    mkdirSync(to)
    for (const name of readdirSync(from)) linkTree(join(from, name), join(to, name))
  } else if (entry.isSymbolicLink()) cpSync(from, to, { verbatimSymlinks: true })
  else if (REWRITTEN.has(nameOf(from))) copyFileSync(from, to)
  else linkOrCopy(from, to)
}

/** @param {string} path */
const nameOf = (path) => path.slice(dirname(path).length + 1)

/** @param {string} from @param {string} to */
function linkOrCopy(from, to) {
  try {
    linkSync(from, to)
  } catch (cause) {
    // Another disk, or one that knows no hard links: then it takes longer.
    if (!existsSync(from)) throw cause
    copyFileSync(from, to)
  }
}
