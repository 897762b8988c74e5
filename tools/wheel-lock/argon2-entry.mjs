// Argon2id as one synchronous function, for both_ends/argon2_low_level.py. Bundled by write-assets.mjs into one small
// module; nothing is allocated (65 MB of wasm memory) before the first password.
// @ts-check
// @ts-expect-error the package types its entry only, which cannot be synchronous
import argon2id from 'argon2id/lib/argon2id.js'
// @ts-expect-error bytes, by esbuild's binary loader
import plain from 'argon2id/dist/no-simd.wasm'
// @ts-expect-error as above
import simd from 'argon2id/dist/simd.wasm'

/** @type {{ memory: WebAssembly.Memory, instance: WebAssembly.Instance } | null} */
let ready = null

function prepare() {
  // The sizes that the wasm was built for (argon2id/lib/setup.js).
  const memory = new WebAssembly.Memory({ initial: 1040, maximum: 65536 })
  const module = new WebAssembly.Module(WebAssembly.validate(simd) ? simd : plain)
  return { memory, instance: new WebAssembly.Instance(module, { env: { memory } }) }
}

/**
 * @param {Uint8Array} password
 * @param {Uint8Array} salt
 * @param {{ passes: number, memorySize: number, parallelism: number, tagLength: number }} costs memory in KiB, tag in bytes
 * @returns {Uint8Array}
 */
export function computeTag(password, salt, costs) {
  ready ??= prepare()
  return argon2id({ password, salt, ...costs }, ready)
}
