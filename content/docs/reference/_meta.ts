export default {
  // Wide, for code and for the running example beside it: no list of headings, which are the same on every page.
  '*': {
    theme: { breadcrumb: false, layout: 'full', pagination: false, timestamp: false, toc: false },
  },
  index: 'All of them',
  'server-components': 'Server components',
  'client-components': 'Client components',
  'server-actions': 'Server actions',
  'route-handlers': 'Route handlers',
  'restful-endpoints': 'RESTful endpoints',
  sqlmodel: 'SQLModel',
  pydantic: 'Pydantic',
  neon: 'The Neon connection',
  jwt: 'JWT',
  'error-handling': 'Error handling',
  cors: 'CORS',
  'type-safe-calls': 'Type-safe calls',
} as const
