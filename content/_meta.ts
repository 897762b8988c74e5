const whole = {
  breadcrumb: false,
  copyPage: false,
  layout: 'full',
  pagination: false,
  sidebar: false,
  timestamp: false,
  toc: false,
} as const

export default {
  index: { display: 'hidden', theme: whole, title: 'Both Ends', type: 'page' },
  // The bar's link. A folder whose pages are all hidden, as lessons are from the sidebar, would not be in it.
  lessons: { href: '/learn/', title: 'Learn', type: 'page' },
  learn: { display: 'hidden', theme: { sidebar: false, toc: false }, type: 'page' },
  // The bar's link, for the same reason.
  talks: { href: '/present/', title: 'Present', type: 'page' },
  present: { display: 'hidden', theme: { sidebar: false, toc: false }, type: 'page' },
  play: { href: '/play/', title: 'Playground', type: 'page' },
  docs: { title: 'Docs', type: 'page' },
} as const
