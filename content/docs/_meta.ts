export default {
  // The bar and the sidebar show both levels at once: no path back, no arrows below. No date either: it would come
  // from git, and a build must not depend on more than its files.
  '*': { theme: { breadcrumb: false, pagination: false, timestamp: false } },
  index: 'How it works',
  reference: { title: 'Reference', theme: { collapsed: true } },
  'seed-map': { title: 'The seed map', theme: { layout: 'full', toc: false } },
  wire: 'Reading the wire',
  'what-is-real': 'What is real',
  engines: 'Engines',
  browsers: 'Browsers',
  packages: 'Packages',
  offline: 'Offline',
  checklist: 'The integration checklist',
  'following-next': 'Following Next.js',
  'writing-lessons': 'Writing lessons',
  embedding: 'Embedding',
  'teaching-with-it': 'Teaching with it',
  'deploying-this-site': 'Deploying this site',
} as const
