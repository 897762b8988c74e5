// Types of css-loader's postcss plugins, which ship none. Only what compile-style.ts calls.
declare module 'postcss-modules-extract-imports' {
  import type { Plugin } from 'postcss'
  export default function extractImports(): Plugin
}
declare module 'postcss-modules-local-by-default' {
  import type { Plugin } from 'postcss'
  export default function localByDefault(options: { mode: 'pure' | 'local' | 'global' }): Plugin
}
declare module 'postcss-modules-scope' {
  import type { Plugin } from 'postcss'
  export default function scope(options: {
    generateScopedName(local: string, file: string): string
  }): Plugin
}
declare module 'postcss-modules-values' {
  import type { PluginCreator } from 'postcss'
  const moduleValues: PluginCreator<object>
  export default moduleValues
}
declare module 'icss-utils' {
  import type { Root } from 'postcss'
  export function extractICSS(root: Root): {
    icssImports: Record<string, Record<string, string>>
    icssExports: Record<string, string>
  }
}
