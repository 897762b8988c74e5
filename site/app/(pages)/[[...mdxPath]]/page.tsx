import { generateStaticParamsFor, importPage } from 'nextra/pages'
import { getMdxComponents } from '../../../mdx-components.tsx'

interface PageProps {
  readonly params: Promise<{ readonly mdxPath?: string[] }>
}

export const dynamicParams = false

/** Lessons and talks have pages of their own: ../../learn/[lesson], ../../present/[talk]. */
const APART: readonly unknown[] = ['learn', 'present']

export async function generateStaticParams() {
  const pages = await generateStaticParamsFor('mdxPath')()
  return pages.filter(
    ({ mdxPath }) => !(Array.isArray(mdxPath) && APART.includes(mdxPath[0]) && mdxPath[1]),
  )
}

export async function generateMetadata({ params }: PageProps) {
  const { mdxPath } = await params
  const { metadata } = await importPage(mdxPath)
  return metadata
}

const { wrapper: Wrapper } = getMdxComponents()

export default async function Page(props: PageProps) {
  const { mdxPath } = await props.params
  const { default: Content, toc, metadata, sourceCode } = await importPage(mdxPath)
  return (
    <Wrapper toc={toc} metadata={metadata} sourceCode={sourceCode}>
      <Content {...props} params={{ mdxPath }} />
    </Wrapper>
  )
}
