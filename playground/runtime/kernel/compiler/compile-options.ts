// The options that Next's own build gives SWC, per layer (next/dist/build/swc/options.js). Async functions of the
// server layers are lowered here, and only here: native await would drop AsyncLocalStorage.
import type { Layer } from '../contract.ts'
import type { CompileSettings } from './offer.ts'

export interface SwcOptionsInput {
  readonly file: string
  readonly layer: Layer
  readonly settings: CompileSettings
  readonly sourceMaps: boolean
}

export function swcOptions({ file, layer, settings, sourceMaps }: SwcOptionsInput): object {
  const isServer = layer !== 'client'
  const isRsc = layer === 'rsc'
  const isDevelopment = settings.flavour === 'development'
  return {
    filename: file,
    sourceFileName: file,
    sourceMaps,
    env: {
      targets: { chrome: '120' },
      include: isServer
        ? ['transform-async-to-generator', 'proposal-async-generator-functions']
        : [],
    },
    jsc: {
      parser: parserOptions(file),
      experimental: {
        keepImportAttributes: true,
        emitAssertForImportAttributes: true,
        plugins: [],
      },
      transform: transformOptions(layer, settings),
    },
    styledJsx: { useLightningcss: false },
    serverComponents: {
      isReactServerLayer: isRsc,
      cacheComponentsEnabled: settings.cacheComponents,
      useCacheEnabled: true,
      taintEnabled: false,
      pageExtensions: ['tsx', 'ts', 'jsx', 'js'],
    },
    serverActions: {
      isReactServerLayer: isRsc,
      isDevelopment,
      useCacheEnabled: true,
      hashSalt: '',
      cacheKinds: ['default', 'remote', 'private'],
    },
    fontLoaders: {
      fontLoaders: ['next/font/local', 'next/font/google'],
      relativeFilePathFromRoot: file.slice(1),
    },
    preferEsm: false,
    lintCodemodComments: true,
    trackDynamicImports: settings.cacheComponents && isServer,
    debugFunctionName: isDevelopment,
    disableNextSsg: true,
    isDevelopment,
    isServerCompiler: isServer,
    appDir: '/app',
    isPageFile: /\/(page|layout|route)\.[jt]sx?$/.test(file),
  }
}

function parserOptions(file: string): object {
  const isTypeScript = /\.[mc]?tsx?$/.test(file)
  const mayHoldJsx = !/\.[mc]?ts$/.test(file)
  return {
    syntax: isTypeScript ? 'typescript' : 'ecmascript',
    dynamicImport: true,
    decorators: false,
    [isTypeScript ? 'tsx' : 'jsx']: mayHoldJsx,
    importAssertions: true,
  }
}

function transformOptions(layer: Layer, settings: CompileSettings): object {
  const isDevelopment = settings.flavour === 'development'
  return {
    legacyDecorator: false,
    decoratorMetadata: false,
    useDefineForClassFields: false,
    react: {
      importSource: 'react',
      runtime: 'automatic',
      pragmaFrag: 'React.Fragment',
      throwIfNamespace: true,
      development: isDevelopment,
      useBuiltins: true,
      refresh: isDevelopment && layer === 'client',
    },
    optimizer: {
      simplify: false,
      globals: {
        typeofs: { window: layer === 'client' ? 'object' : 'undefined' },
        // Values of the environment are inlined by the linker: SWC leaves that to the bundler.
        envs: { NODE_ENV: JSON.stringify(settings.flavour) },
      },
    },
  }
}
