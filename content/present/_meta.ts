export default {
  // No date: it would come from git, and a build must not depend on more than its files.
  '*': { display: 'hidden', theme: { breadcrumb: false, pagination: false, timestamp: false } },
} as const
