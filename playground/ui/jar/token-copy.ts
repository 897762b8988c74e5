// What a person reads about a token. The rest of the words are in ../copy.ts.
export const tokenCopy = {
  title: 'Token',
  notProof:
    'Decoded, not verified. Anyone who holds a token can read it. Only the key can prove it.',
  endless: 'It never ends: it has no exp.',
  ends: (time: string) => `It ends at ${time}.`,
  verify: 'Verify with this app’s key',
  noKey: 'There is no secret in backend/.env to verify it with.',
  fits: (name: string) => `The signature fits ${name} in backend/.env.`,
  fitsNot: (name: string) => `The signature does not fit ${name} in backend/.env.`,
  claim: 'Claim',
  value: 'Value',
  send: 'Change and send',
  noCarrier: 'To change a claim and send it: open a page that asks FastAPI with this token first.',
}
