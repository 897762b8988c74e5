// Request and Response as server code needs them, in the kernel worker. A browser's own drop `Cookie` and
// `Set-Cookie`, refuse an `AbortSignal`-less init of Node's making, and turn a Node stream into text; these keep the
// headers beside the native object, and take Node streams as bodies. `NativeRequest` and `NativeResponse` stay
// reachable for code that talks to the platform. They do not send anything: fetch is request handling's.

export const NativeRequest = globalThis.Request
export const NativeResponse = globalThis.Response

/** Turns a Node stream into a web stream; set once `node/stream.ts` stands. */
type ToWebStream = (stream: object) => ReadableStream

let toWebStream: ToWebStream = () => {
  throw new TypeError('A Node stream came as a body before the platform was installed.')
}

export function acceptNodeStreams(convert: ToWebStream): void {
  toWebStream = convert
}

function isNodeStream(body: unknown): body is object {
  return (
    typeof body === 'object' && body !== null && 'pipe' in body && typeof body.pipe === 'function'
  )
}

function toWebBody(body: BodyInit | null | undefined): BodyInit | null | undefined {
  return isNodeStream(body) && !(body instanceof ReadableStream) ? toWebStream(body) : body
}

/** Fields read one by one: what Next passes is often a Node request, whose fields are getters. */
const REQUEST_FIELDS = [
  'method',
  'signal',
  'redirect',
  'credentials',
  'cache',
  'referrer',
  'referrerPolicy',
  'integrity',
  'keepalive',
] as const

function initWithoutBody(init: RequestInit): RequestInit {
  const plain: Record<string, unknown> = {}
  for (const field of REQUEST_FIELDS) if (init[field] !== undefined) plain[field] = init[field]
  if (init.headers !== undefined) plain['headers'] = init.headers
  // A browser refuses to construct `navigate`, which the preview's document requests carry.
  if (init.mode !== undefined && init.mode !== 'navigate') plain['mode'] = init.mode
  return plain
}

function bodyOf(input: RequestInfo | URL, init: RequestInit | undefined): BodyInit | null {
  if (init?.body !== undefined && init.body !== null) return toWebBody(init.body) ?? null
  return input instanceof NativeRequest ? input.body : null
}

/** A server has no address of its own for a relative one to begin at: Node's words, and its error. */
function wholeUrl(input: string | URL): string {
  try {
    return new URL(input).href
  } catch (cause) {
    throw new TypeError(`Failed to parse URL from ${String(input)}`, { cause })
  }
}

/** A native `Headers` of its own has no guard: it takes every name. */
function ownHeaders(given: HeadersInit | undefined, contentType: string | null): Headers {
  const headers = new Headers(given)
  if (contentType !== null && !headers.has('content-type')) headers.set('content-type', contentType)
  return headers
}

/** The body is a native response's: that takes streams in every engine (Firefox 146 has none in requests). */
export class ServerRequest extends NativeRequest {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return Object.prototype.isPrototypeOf.call(NativeRequest.prototype, Object(value))
  }

  readonly #headers: Headers
  readonly #body: Response

  constructor(input: RequestInfo | URL, init?: RequestInit) {
    const body = bodyOf(input, init)
    super(input instanceof NativeRequest ? input.url : wholeUrl(input), {
      ...(input instanceof NativeRequest ? initWithoutBody(input) : {}),
      ...(init ? initWithoutBody(init) : {}),
    })
    const given = init?.headers ?? (input instanceof NativeRequest ? input.headers : undefined)
    const bare = new NativeResponse(body)
    this.#headers = ownHeaders(given, bare.headers.get('content-type'))
    // `formData` reads the boundary from the response's own header.
    this.#body = new NativeResponse(bare.body, { headers: pickContentType(this.#headers) })
  }

  override get headers(): Headers {
    return this.#headers
  }

  override get body(): ReadableStream<Uint8Array<ArrayBuffer>> | null {
    return this.#body.body
  }

  override get bodyUsed(): boolean {
    return this.#body.bodyUsed
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return this.#body.arrayBuffer()
  }

  override blob(): Promise<Blob> {
    return this.#body.blob()
  }

  override bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#body.arrayBuffer().then((buffer) => new Uint8Array(buffer))
  }

  override formData(): Promise<FormData> {
    return this.#body.formData()
  }

  override json(): Promise<unknown> {
    return this.#body.json()
  }

  override text(): Promise<string> {
    return this.#body.text()
  }

  override clone(): Request {
    const { body } = this.#body.clone()
    return new ServerRequest(this, { headers: this.#headers, ...(body ? { body } : {}) })
  }
}

function pickContentType(headers: Headers): HeadersInit {
  const contentType = headers.get('content-type')
  return contentType === null ? {} : { 'content-type': contentType }
}

export class ServerResponse extends NativeResponse {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return Object.prototype.isPrototypeOf.call(NativeResponse.prototype, Object(value))
  }

  readonly #headers: Headers

  constructor(body?: BodyInit | null, init?: ResponseInit) {
    super(toWebBody(body) ?? null, init)
    this.#headers = ownHeaders(init?.headers, super.headers.get('content-type'))
  }

  override get headers(): Headers {
    return this.#headers
  }

  override clone(): Response {
    const { status, statusText, body } = super.clone()
    return new ServerResponse(body, { status, statusText, headers: this.#headers })
  }

  static override json(value: unknown, init?: ResponseInit): Response {
    const headers = new Headers(init?.headers)
    if (!headers.has('content-type')) headers.set('content-type', 'application/json')
    return new this(JSON.stringify(value), { ...init, headers })
  }

  static override redirect(url: string | URL, status = 302): Response {
    return new this(null, { status, headers: { location: String(url) } })
  }
}
