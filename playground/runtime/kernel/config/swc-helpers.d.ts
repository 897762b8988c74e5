// Types of the one helper of SWC's that the kernel worker itself carries; the package ships none.
declare module '@swc/helpers/_/_async_to_generator' {
  export function _(body: () => Generator): () => Promise<unknown>
}
