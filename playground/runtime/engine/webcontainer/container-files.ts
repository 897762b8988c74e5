// The learner's frontend in the container's file system. Runs on the site's page. The container's working folder is the
// frontend's: `npm install x` in the terminal does there what it does on the learner's machine.
import type { FileSystemTree, WebContainer } from '@webcontainer/api'
import type { FileChanges, FileContent, Files } from '../../wire/files.ts'

type FileSystem = Pick<WebContainer['fs'], 'mkdir' | 'readdir' | 'rm' | 'writeFile'>

export const MANIFEST = 'package.json'

/** Puts flat paths into the nested form that a container mounts. */
export function toTree(files: Files): FileSystemTree {
  const tree: FileSystemTree = {}
  for (const [path, contents] of Object.entries(files)) {
    const names = path.split('/')
    const name = names.pop()
    if (name === undefined) continue
    let folder = tree
    for (const each of names) {
      const known = folder[each]
      const node = known && 'directory' in known ? known : { directory: {} }
      folder[each] = node
      folder = node.directory
    }
    folder[name] = { file: { contents } }
  }
  return tree
}

export async function writeChanges(fs: FileSystem, changes: FileChanges): Promise<void> {
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) await fs.rm(path, { force: true })
    else {
      const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')))
      if (folder !== '') await fs.mkdir(folder, { recursive: true })
      await fs.writeFile(path, content)
    }
  }
}

/** What changes one set of files into another. */
export function changesBetween(before: Files, after: Files): FileChanges {
  const changes: Record<string, FileContent | null> = {}
  for (const path of Object.keys(before)) if (!Object.hasOwn(after, path)) changes[path] = null
  for (const [path, content] of Object.entries(after))
    if (before[path] !== content) changes[path] = content
  return changes
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly rest: object
}

function parseManifest(text: FileContent | undefined): Manifest {
  try {
    const parsed: unknown = JSON.parse(String(text ?? '{}'))
    if (typeof parsed !== 'object' || parsed === null) return { dependencies: {}, rest: {} }
    return { dependencies: readDependencies(parsed), rest: parsed }
  } catch {
    return { dependencies: {}, rest: {} } // Half typed: npm will say so when it is asked to install.
  }
}

function readDependencies(manifest: object): Record<string, string> {
  const listed: unknown = Reflect.get(manifest, 'dependencies')
  if (typeof listed !== 'object' || listed === null) return {}
  return Object.fromEntries(
    Object.entries(listed).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
}

/**
 * The learner's package.json as the container gets it: with every package of the snapshot as a dependency, because
 * npm removes what no manifest names, and without devDependencies, which `next dev` does not need and npm would fetch.
 */
export function containerManifest(
  text: FileContent | undefined,
  snapshot: Readonly<Record<string, string>>,
): string {
  const { dependencies, rest } = parseManifest(text)
  const whole = { ...rest, dependencies: { ...dependencies, ...snapshot }, devDependencies: {} }
  return `${JSON.stringify(whole, null, 2)}\n`
}

/** Packages that the learner named and the snapshot has not: `name@range`, as npm takes them. */
export function addedPackages(
  text: FileContent | undefined,
  snapshot: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.entries(parseManifest(text).dependencies)
    .filter(([name]) => !Object.hasOwn(snapshot, name))
    .map(([name, range]) => `${name}@${range}`)
}
