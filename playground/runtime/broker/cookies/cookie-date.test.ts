import { expect, test } from 'vitest'
import { parseCookieDate } from './cookie-date.ts'

const DAY = Date.UTC(1994, 10, 6, 8, 49, 37)

test.each([
  ['Sun, 06 Nov 1994 08:49:37 GMT', DAY],
  ['Sunday, 06-Nov-94 08:49:37 GMT', DAY],
  ['Sun Nov  6 08:49:37 1994', DAY],
  ['06 nov 1994 08:49:37', DAY],
  ['1994 november 6 8:49:37', DAY],
  ['08:49:37 06 Nov 94', DAY],
  ['6 Nov 94 8:49:37', DAY],
  ['06/Nov/1994/08:49:37', DAY],
  ['Sun, 06 Nov 1994 08:49:37 +0200', DAY], // a zone is not looked at
  ['06 Nov 1994 08:49:37.123', DAY],
  ['6th Nov 1994 08:49:37', DAY],
  ['06 Nov 69 00:00:00', Date.UTC(2069, 10, 6)],
  ['06 Nov 70 00:00:00', Date.UTC(1970, 10, 6)],
  ['06 Nov 00 00:00:00', Date.UTC(2000, 10, 6)],
  ['29 Feb 2024 00:00:00', Date.UTC(2024, 1, 29)],
  ['29 Feb 2023 00:00:00', null],
  ['31 Apr 2024 00:00:00', null],
  ['32 Jan 2024 00:00:00', null],
  ['0 Jan 2024 00:00:00', null],
  ['01 Jan 1600 00:00:00', null],
  ['01 Jan 1601 00:00:00', Date.UTC(1601, 0, 1)],
  ['01 Jan 2024 24:00:00', null],
  ['01 Jan 2024 23:60:00', null],
  ['01 Jan 2024 23:59:60', null],
  ['01 Jan 2024', null],
  ['2024-01-01T00:00:00Z', null],
  ['01 Foo 2024 00:00:00', null],
  ['', null],
  ['soon', null],
])('%j', (text, time) => {
  expect(parseCookieDate(text)).toBe(time)
})
