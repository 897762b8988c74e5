// What a person says about each crossing of the recorded exchange. Only the crossings of adding a person are known.
// @ts-check

/**
 * @typedef {object} Known
 * @property {string} crossing `from → to label`, matched from its beginning
 * @property {string} sentence
 */

/** @type {readonly Known[]} */
const known = [
  {
    crossing: 'browser → next POST',
    sentence: 'The form calls a server action: one POST to the page it stands on.',
  },
  {
    crossing: 'next → fastapi POST',
    sentence:
      'The action runs in Next.js. It sends JSON to FastAPI, in a request that the browser never sees.',
  },
  {
    crossing: 'fastapi → sql INSERT',
    sentence: 'FastAPI has checked the body against its model. The row is written.',
  },
  {
    crossing: 'fastapi → sql SELECT',
    sentence: 'The row as the database has it now, with its id and its defaults.',
  },
  {
    crossing: 'sql → fastapi',
    sentence: 'SQLite answers.',
  },
  {
    crossing: 'fastapi → next 201',
    sentence:
      'Created. What comes back is the public model: what is stored and what is shown are two classes.',
  },
  {
    crossing: 'next → fastapi GET',
    sentence:
      'The action redirects, so Next.js renders the new page at once, and asks for the person in it.',
  },
  {
    crossing: 'fastapi → next 200',
    sentence: 'The person, for the page that Next.js is rendering.',
  },
  {
    crossing: 'next → browser 200',
    sentence:
      'One answer with two things in it: where to go, and the page that is there. The old list is out of the cache.',
  },
]

/** @param {string} from @param {string} to @param {string} label */
export function sentenceFor(from, to, label) {
  const crossing = `${from} → ${to} ${label}`
  const match = known.find((one) => crossing.startsWith(one.crossing))
  if (!match)
    throw new Error(`No sentence for the crossing "${crossing}": add one to sentences.mjs.`)
  return match.sentence
}
