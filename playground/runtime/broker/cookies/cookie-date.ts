// Dates in Expires, by the cookie-date algorithm (RFC 6265bis, section 5.1.1), which forgives much more than
// Date.parse and refuses some things that Date.parse takes. Runs anywhere; knows no clock.

const DELIMITER = /[\t\x20-\x2f\x3b-\x40\x5b-\x60\x7b-\x7e]+/
const TIME = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\D|$)/
const DAY_OF_MONTH = /^(\d{1,2})(?:\D|$)/
const YEAR = /^(\d{2,4})(?:\D|$)/
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

interface DateParts {
  time: readonly [number, number, number] | null
  day: number | null
  month: number | null
  year: number | null
}

/** Milliseconds since the epoch, or null when it is not a cookie-date. */
export function parseCookieDate(text: string): number | null {
  const parts: DateParts = { time: null, day: null, month: null, year: null }
  for (const token of text.split(DELIMITER)) readToken(token, parts)
  const { time, day, month, year: written } = parts
  if (!time || day === null || month === null || written === null) return null
  const year = fullYear(written)
  const [hour, minute, second] = time
  if (day < 1 || day > 31 || year < 1601 || hour > 23 || minute > 59 || second > 59) return null
  const date = new Date(Date.UTC(year, month, day, hour, minute, second))
  // 30 February and kin: "if no such date exists, abort" (section 5.6).
  return date.getUTCDate() === day ? date.getTime() : null
}

/** One token fills the first of the four productions that is still open and that it matches (step 2). */
function readToken(token: string, parts: DateParts): void {
  const time = parts.time ? null : TIME.exec(token)
  if (time) {
    parts.time = [Number(time[1]), Number(time[2]), Number(time[3])]
    return
  }
  const day = parts.day === null ? DAY_OF_MONTH.exec(token) : null
  if (day) {
    parts.day = Number(day[1])
    return
  }
  const month = parts.month === null ? MONTHS.indexOf(token.slice(0, 3).toLowerCase()) : -1
  if (month >= 0) {
    parts.month = month
    return
  }
  const year = parts.year === null ? YEAR.exec(token) : null
  if (year) parts.year = Number(year[1])
}

function fullYear(year: number): number {
  if (year >= 70 && year <= 99) return year + 1900
  return year <= 69 ? year + 2000 : year
}
