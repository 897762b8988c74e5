// The bar, the search and the foot around everything that is read: the landing page and the docs.
import { Layout, Navbar, ThemeSwitch } from 'nextra-theme-docs'
import { Search } from 'nextra/components'
import { getPageMap } from 'nextra/page-map'
import type { ReactNode } from 'react'
import { HomeLink } from '../../components/HomeLink.tsx'
import { SiteFooter } from '../../components/SiteFooter.tsx'

export default async function PagesLayout({ children }: { readonly children: ReactNode }) {
  return (
    <Layout
      navbar={
        <Navbar logoLink={false} logo={<HomeLink />}>
          <ThemeSwitch lite />
        </Navbar>
      }
      search={<Search placeholder="Search" aria-label="Search" emptyResult="Nothing found." />}
      footer={<SiteFooter />}
      pageMap={await getPageMap()}
      editLink={null}
      feedback={{ content: null }}
      copyPageButton={false}
      sidebar={{ toggleButton: false }}
      toc={{ title: 'On this page', backToTop: 'Back to the top' }}
    >
      {children}
    </Layout>
  )
}
