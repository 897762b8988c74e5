// react-refresh brings no types; what of it is used.
declare module 'react-refresh/runtime' {
  const runtime: {
    register(type: unknown, id: string): void
    getFamilyByType(type: unknown): unknown
    isLikelyComponentType(type: unknown): boolean
    performReactRefresh(): unknown
    createSignatureFunctionForTransform(): () => unknown
    injectIntoGlobalHook(scope: object): void
  }
  export default runtime
}
