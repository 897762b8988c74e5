// A talk: its MDX from content/present, in a page of its own. The list of talks is a page like the docs.
import { generateStaticParamsFor, importPage } from 'nextra/pages'
import { TalkPage } from '../../../components/present/TalkPage.tsx'

interface PageProps {
  readonly params: Promise<{ readonly talk: string }>
}

export const dynamicParams = false

export async function generateStaticParams() {
  const pages = await generateStaticParamsFor('mdxPath')()
  return pages.flatMap(({ mdxPath }) =>
    Array.isArray(mdxPath) && mdxPath[0] === 'present' && mdxPath[1] ? [{ talk: mdxPath[1] }] : [],
  )
}

export async function generateMetadata({ params }: PageProps) {
  const { metadata } = await importPage(['present', (await params).talk])
  return { title: metadata.title, description: metadata['description'] }
}

/** Nextra's type knows the fields of its own only. */
function readMinutes(metadata: object): unknown {
  return Reflect.get(metadata, 'minutes')
}

export default async function Page({ params }: PageProps) {
  const { talk } = await params
  const { default: Content, metadata } = await importPage(['present', talk])
  return (
    <TalkPage
      slug={talk}
      title={metadata.title}
      idea={String(metadata['description'])}
      minutes={Number(readMinutes(metadata))}
    >
      <Content />
    </TalkPage>
  )
}
