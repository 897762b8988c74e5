export default {
  index: 'How it works',
  'what-is-real': 'What is real',
  embedding: 'Embedding',
} as const
