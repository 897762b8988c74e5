// A lesson: its MDX from content/learn, in a page of its own. The list of lessons is a page like the docs.
import { generateStaticParamsFor, importPage } from 'nextra/pages'
import { LessonPage } from '../../../components/lesson/LessonPage.tsx'

interface PageProps {
  readonly params: Promise<{ readonly lesson: string }>
}

export const dynamicParams = false

export async function generateStaticParams() {
  const pages = await generateStaticParamsFor('mdxPath')()
  return pages.flatMap(({ mdxPath }) =>
    Array.isArray(mdxPath) && mdxPath[0] === 'learn' && mdxPath[1] ? [{ lesson: mdxPath[1] }] : [],
  )
}

/** The lesson after this one, or null after the last. */
async function findNext(lesson: string) {
  const slugs = (await generateStaticParams()).map((page) => page.lesson).sort()
  const slug = slugs[slugs.indexOf(lesson) + 1]
  if (slug === undefined) return null
  const { metadata } = await importPage(['learn', slug])
  return { slug, title: String(metadata.title) }
}

export async function generateMetadata({ params }: PageProps) {
  const { metadata } = await importPage(['learn', (await params).lesson])
  return { title: metadata.title, description: metadata['description'] }
}

export default async function Page({ params }: PageProps) {
  const { lesson } = await params
  const { default: Content, metadata } = await importPage(['learn', lesson])
  return (
    <LessonPage
      slug={lesson}
      title={metadata.title}
      idea={String(metadata['description'])}
      next={await findNext(lesson)}
    >
      <Content />
    </LessonPage>
  )
}
