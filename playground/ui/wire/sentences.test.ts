import { describe, expect, test } from 'vitest'
import { createFailure } from '../../runtime/wire/failure.ts'
import { createExchangeId, type Exchange, type Hop } from '../../runtime/wire/hop.ts'
import {
  recordAction,
  recordHttp,
  recordListPage,
  recordRefusedFetch,
  recordSql,
} from '../testing/recorded.ts'
import { describeExchange, describeHop } from './sentences.ts'

function toExchange(hops: readonly Hop[]): Exchange {
  const [root] = hops
  if (!root) throw new Error('nothing recorded')
  return { id: root.exchange, root: root.id, hops }
}

const record = (fields: Partial<Parameters<typeof recordHttp>[1]>) =>
  recordHttp(createExchangeId(), {
    kind: 'page',
    method: 'GET',
    url: 'http://localhost:3000/users',
    status: 200,
    at: 0,
    ms: 38,
    ...fields,
  })

describe('an exchange in a sentence', () => {
  test('a page that needed FastAPI', () => {
    expect(describeExchange(toExchange(recordListPage(0)))).toBe(
      'The browser asked Next for the page /users?page=1. Next asked FastAPI for GET /users?limit=10&offset=0, and FastAPI ran 2 statements. Next answered 200 in 38 ms.',
    )
  })

  test('a server action with cookies', () => {
    expect(describeExchange(toExchange(recordAction(0)))).toBe(
      'The page called a server action on /users/new. Next asked FastAPI for POST /users, and FastAPI ran one statement. Next answered 303 in 61 ms and set one cookie; one cookie was refused.',
    )
  })

  test('a CORS refusal over a 500 names the cause', () => {
    expect(describeExchange(toExchange(recordRefusedFetch(0)))).toBe(
      'A script in the page called FastAPI: GET /slow. FastAPI answered 500 in 9.0 ms. The browser did not let the page read the answer. The browser will say CORS; the cause is the 500.',
    )
  })

  test('a redirect names where it goes', () => {
    const hop = record({ status: 307, responseHeaders: [['Location', '/login']] })
    expect(describeExchange(toExchange([hop]))).toBe(
      'The browser asked Next for the page /users. Next answered 307, a redirect to /login, in 38 ms.',
    )
  })

  test('a request without an answer says what to do', () => {
    const hop = record({
      more: {
        failure: createFailure('request', 'deadline', 'No answer from FastAPI after 15 s.'),
        'http.response.status_code': null,
      },
    })
    expect(describeExchange(toExchange([hop]))).toMatch(
      /No answer from FastAPI after 15 s\. Try again/,
    )
  })

  test('one that is under way', () => {
    const hop = record({ more: { 'http.response.status_code': null, endTime: null } })
    expect(describeExchange(toExchange([hop]))).toMatch(/has not come yet/)
  })
})

describe('a hop in a sentence', () => {
  test('a statement with its table and rows', () => {
    const page = record({})
    expect(
      describeHop(
        recordSql(
          page,
          'SELECT user.id FROM user LIMIT 1',
          { at: 0, ms: 2 },
          {
            'db.response.returned_rows': 1,
          },
        ),
      ),
    ).toBe('FastAPI ran SELECT user in 2.0 ms and got one row.')
  })

  test('a statement that the database refused', () => {
    const page = record({})
    expect(
      describeHop(
        recordSql(
          page,
          'INSERT INTO user VALUES (1)',
          { at: 0, ms: 2 },
          {
            'error.message': 'UNIQUE constraint failed: user.id',
          },
        ),
      ),
    ).toBe(
      'FastAPI ran INSERT user, and the database refused it: UNIQUE constraint failed: user.id',
    )
  })
})
