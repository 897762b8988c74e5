// What our script in the preview (page-client.ts) and the engine say to each other, by way of the guest.

export type PageToContainer =
  | { readonly type: 'open'; readonly socket: string; readonly path: string }
  | { readonly type: 'say'; readonly socket: string; readonly text: string }

export type ContainerToPage =
  | { readonly type: 'said'; readonly socket: string; readonly said: string | ArrayBuffer }
  | { readonly type: 'closed' | 'refresh'; readonly socket: string }
