export default {
  // The bar and the sidebar show both levels at once: no path back, and no row of arrows below the page.
  '*': { theme: { breadcrumb: false, pagination: false } },
  index: 'How it works',
  'what-is-real': 'What is real',
  embedding: 'Embedding',
} as const
