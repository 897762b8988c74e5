// Three one-line changes to Pyodide's glue, each checked to match exactly once. They add hooks and change nothing
// while no hook is set: a compiled side module instead of its bytes, and its addresses recorded and replayed, so
// that a memory snapshot may hold pydantic_core (python.md, section 1d).
// @ts-check

const PATCHES = [
  {
    why: 'a side module that was compiled while it streamed in',
    from: 'function loadLibData(){if(handle)',
    to: 'function loadLibData(){const compiled=Module["compiledLibraries"]?.get(libName);if(compiled)return flags.loadAsync?Promise.resolve(compiled):compiled;if(handle)',
  },
  {
    why: 'where a side module lies: recorded for a snapshot, replayed on restore',
    from: 'var memoryBase=metadata.memorySize?alignMemory(getMemory(metadata.memorySize+memAlign),memAlign):0;var tableBase=metadata.tableSize?wasmTable.length:0;',
    to: 'var memoryBase=Module["replayLibrary"]?.(libName,wasmTable.length)??(metadata.memorySize?alignMemory(getMemory(metadata.memorySize+memAlign),memAlign):0);var tableBase=metadata.tableSize?wasmTable.length:0;Module["recordLibrary"]?.(libName,memoryBase,tableBase);',
  },
  {
    why: 'the cell with this browser’s call trampoline: a snapshot carries the one of the browser that made it',
    from: 'const offset=HEAP32[__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET/4>>>0];HEAP32[(__PyRuntime+offset)/4>>>0]=ptr',
    to: 'const offset=HEAP32[__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET/4>>>0];HEAP32[(__PyRuntime+offset)/4>>>0]=ptr;Module["trampoline"]={cell:(__PyRuntime+offset)/4>>>0,pointer:ptr}',
  },
]

/**
 * @param {string} source
 * @throws {Error} when a place is missing or found twice: another Pyodide version needs another patch
 */
export function patchAsm(source) {
  return PATCHES.reduce((text, { why, from, to }) => {
    const found = text.split(from).length - 1
    if (found !== 1)
      throw new Error(`pyodide.asm.mjs: the place for "${why}" was found ${found} times, not once.`)
    return text.replace(from, () => to)
  }, source)
}

/** The reference library has no shortest password; argon2id 1.0.1 refuses fewer than 8 bytes. @param {string} source */
export function patchArgon2(source) {
  const found = source.split('const passwordBYTES_MIN = 8;').length - 1
  if (found !== 1)
    throw new Error(`argon2id.js: the shortest password was found ${found} times, not once.`)
  return source.replace('const passwordBYTES_MIN = 8;', 'const passwordBYTES_MIN = 0;')
}
