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
  learn: { title: 'Learn', type: 'page', theme: { sidebar: false, toc: false } },
  play: { href: '/play/', title: 'Playground', type: 'page' },
  docs: { title: 'Docs', type: 'page' },
} as const
