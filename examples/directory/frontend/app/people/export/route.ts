// Everybody whom the list's search finds, as a file.
import type { NextRequest } from 'next/server'
import { listPeople } from '@/lib/api'
import { toCsv } from '@/lib/csv'
import type { Person } from '@/lib/person'
import { readSearch } from '@/lib/search'

const PAGE_SIZE = 100

export async function GET(request: NextRequest): Promise<Response> {
  const search = readSearch(Object.fromEntries(request.nextUrl.searchParams))
  const people: Person[] = []
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const part = await listPeople({ ...search, page }, PAGE_SIZE)
    people.push(...part.items)
    pages = part.pages
  }
  return new Response(toCsv(people), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="people.csv"',
      'Cache-Control': 'no-store',
    },
  })
}
