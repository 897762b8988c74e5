// A learner's next.config laid over Next's defaults, and what follows from it: flags that Next's bundler would have
// inlined, and process.env. Pure.
import type { Flavour } from '../../wire/message.ts'
import type { KernelFlags, KernelMeta } from '../contract.ts'
import type { UserConfig } from './evaluate-config.ts'

export interface NextConfig {
  /** The whole config, as Next's server reads it. */
  readonly values: Readonly<Record<string, unknown>>
  readonly basePath: string
  readonly trailingSlash: boolean
  readonly cacheComponents: boolean
  readonly cachedNavigations: boolean
  readonly authInterrupts: boolean
  readonly globalNotFound: boolean
  /** `env` of next.config: inlined into every layer. */
  readonly inlinedEnvironment: Readonly<Record<string, string>>
}

export function nextConfig(meta: KernelMeta, user: UserConfig): NextConfig {
  const experimental: Record<string, unknown> = {
    ...record(meta.config['experimental']),
    ...record(user['experimental']),
    trustHostHeader: true,
  }
  delete experimental['allowDevelopmentBuild']
  // The one follows the other, unless it is set (next/dist/server/config.js).
  const cacheComponents = user['cacheComponents'] === true
  experimental['cachedNavigations'] =
    record(user['experimental'])['cachedNavigations'] ?? cacheComponents
  // Unoptimised: the image optimiser needs native code.
  const images = { ...record(meta.config['images']), ...record(user['images']), unoptimized: true }
  const inlined = Object.entries(record(user['env'])).map(([name, value]) => [name, String(value)])
  return {
    values: {
      ...meta.config,
      ...user,
      experimental,
      images,
      // Profiles of one's own stand beside Next's.
      cacheLife: { ...record(meta.config['cacheLife']), ...record(user['cacheLife']) },
      env: Object.fromEntries(inlined),
      // A file that Next would import from disk: cache-handler.ts does.
      cacheHandler: undefined,
      distDir: '.next',
    },
    basePath: typeof user['basePath'] === 'string' ? user['basePath'] : '',
    trailingSlash: user['trailingSlash'] === true,
    cacheComponents,
    cachedNavigations: experimental['cachedNavigations'] === true,
    authInterrupts: experimental['authInterrupts'] === true,
    globalNotFound: experimental['globalNotFound'] === true,
    inlinedEnvironment: Object.fromEntries(inlined),
  }
}

export function kernelFlags(meta: KernelMeta, config: NextConfig, flavour: Flavour): KernelFlags {
  const isDevelopment = flavour === 'development'
  return {
    ...meta.flags,
    __NEXT_CACHE_COMPONENTS: config.cacheComponents,
    __NEXT_EXPERIMENTAL_CACHED_NAVIGATIONS: config.cachedNavigations,
    __NEXT_USE_CACHE: true,
    __NEXT_DEV_SERVER: isDevelopment ? '1' : '',
    __NEXT_EXPERIMENTAL_AUTH_INTERRUPTS: config.authInterrupts,
    __NEXT_EXPOSE_TESTING_API: isDevelopment && config.cacheComponents,
    __NEXT_INSTANT_NAV_TOGGLE: false,
    __NEXT_ROUTER_BASEPATH: config.basePath,
    __NEXT_TRAILING_SLASH: config.trailingSlash,
    __NEXT_IMAGE_OPTS: IMAGE_OPTIONS,
  }
}

/** The part of Next's default `images` that its client reads. */
const IMAGE_OPTIONS = {
  deviceSizes: [640, 750, 828, 1080, 1200, 1920, 2048, 3840],
  imageSizes: [32, 48, 64, 96, 128, 256, 384],
  qualities: [75],
  path: '/_next/image',
  loader: 'default',
  dangerouslyAllowSVG: false,
  unoptimized: true,
}

/** Settings that Next's server code reads from its flags through process.env too. */
const FLAGS_IN_ENVIRONMENT = [
  '__NEXT_PREFETCH_INLINING',
  '__NEXT_VARY_PARAMS',
  '__NEXT_OPTIMISTIC_ROUTING',
  '__NEXT_EXPERIMENTAL_CACHED_NAVIGATIONS',
  '__NEXT_REACT_DEBUG_CHANNEL',
] as const

export interface EnvironmentOptions {
  readonly flavour: Flavour
  readonly config: NextConfig
  readonly flags: KernelFlags
  readonly origin: string
  /** `.env` files and what was given. */
  readonly user: Readonly<Record<string, string>>
}

export function processEnvironment({
  flavour,
  config,
  flags,
  origin,
  user,
}: EnvironmentOptions): Record<string, string> {
  const mirrored = FLAGS_IN_ENVIRONMENT.filter((name) => flags[name] !== undefined)
  return {
    ...user,
    NODE_ENV: flavour,
    NEXT_RUNTIME: 'nodejs',
    PORT: new URL(origin).port,
    __NEXT_DEV_SERVER: flavour === 'development' ? '1' : '',
    // Absent when off: Next tests for the string's being there.
    ...(config.cacheComponents ? { __NEXT_CACHE_COMPONENTS: 'true' } : {}),
    __NEXT_USE_CACHE: 'true',
    __NEXT_BUNDLER: 'Webpack',
    __NEXT_EXPERIMENTAL_AUTH_INTERRUPTS: config.authInterrupts ? 'true' : '',
    __NEXT_PRIVATE_ORIGIN: origin,
    __NEXT_BUILD_ID: flavour === 'development' ? 'development' : BUILD_ID,
    __NEXT_PREVIEW_MODE_ID: 'preview',
    __NEXT_RELATIVE_DIST_DIR: '.next',
    __NEXT_RELATIVE_PROJECT_DIR: '',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: ACTION_KEY,
    ...Object.fromEntries(mirrored.map((name) => [name, flags[name] ? 'true' : ''])),
  }
}

export const BUILD_ID = 'both-ends'

/** Encrypts closures' bound values. Fixed: the "server" and its only client are the same reader's browser. */
const ACTION_KEY = 'tqvot9gSEMz8xjuFKOaNL0fIkM9Pz7Mqr1Zz5o4hRWc='

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}
