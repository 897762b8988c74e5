// The npm packages that stand for Node's modules and bring no types; only what this folder uses of them.

declare module 'readable-stream/lib/ours/browser.js' {
  const streamModule: Record<string, unknown> & {
    Readable: NodeReadableClass
    Writable: NodeClass
    promises: object
  }
  export interface NodeReadable {
    push(chunk: Uint8Array | null): boolean
    on(event: string, listener: (value: unknown) => void): this
    pause(): this
    resume(): this
    destroy(cause?: unknown): this
  }
  type NodeClass = new (options?: object) => object
  interface NodeReadableClass {
    new (options: {
      read(this: NodeReadable): void
      destroy?(this: NodeReadable, cause: unknown, done: (cause?: unknown) => void): void
    }): NodeReadable
    toWeb?: unknown
    fromWeb?: unknown
  }
  export default streamModule
}

declare module 'util/util.js' {
  const util: Record<string, unknown> & {
    inspect: ((value: unknown) => string) & Record<string, unknown>
  }
  export default util
}

declare module 'events/events.js' {
  const EventEmitter: Record<string, unknown>
  export default EventEmitter
}

declare module 'url/url.js' {
  const url: Record<string, unknown>
  export default url
}

declare module 'path-browserify/index.js' {
  const path: Record<string, unknown> & { resolve(...parts: string[]): string }
  export default path
}

declare module 'querystring-es3/index.js' {
  const querystring: object
  export default querystring
}

declare module 'string_decoder/lib/string_decoder.js' {
  const stringDecoder: object
  export default stringDecoder
}

declare module 'buffer/index.js' {
  export class Buffer extends Uint8Array<ArrayBuffer> {
    static from(value: string | ArrayLike<number> | ArrayBufferLike, encoding?: string): Buffer
    static from(value: ArrayBufferLike, offset: number, length: number): Buffer
    static concat(list: readonly Uint8Array[]): Buffer
    static alloc(size: number): Buffer
    static isBuffer(value: unknown): value is Buffer
    static isEncoding(encoding: string): boolean
    static byteLength(value: unknown, encoding?: string): number
    override toString(encoding?: string, start?: number, end?: number): string
    write(text: string, offset?: number, length?: number, encoding?: string): number
    equals(other: Uint8Array): boolean
  }
}
