import { permanentRedirect } from 'next/navigation'
import { readSearch, searchHref } from '@/lib/search'

/** People cut addresses short: /people/7 becomes /people. The list is at the top. */
export default async function PeoplePage({ searchParams }: PageProps<'/people'>) {
  permanentRedirect(searchHref(readSearch(await searchParams)))
}
