const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

/** Ids come from addresses, and from forms whose hidden fields anybody can change. What is no id is never sent on. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value)
}
