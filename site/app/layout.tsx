// The document around every page: fonts, colours, colour scheme. The bars belong to (pages)/ and to play/.
import type { Metadata, Viewport } from 'next'
import { ThemeProvider } from 'next-themes'
import { Head } from 'nextra/components'
import 'nextra-theme-docs/style.css'
import type { ReactNode } from 'react'
import { KeepForLater } from '../components/offline/KeepForLater.tsx'
import { mono, sans } from './fonts.ts'
import './tokens.css'
import './site.css'

export const metadata: Metadata = {
  title: { default: 'Both Ends', template: '%s · Both Ends' },
  description:
    'Next.js 16 and FastAPI, both running in your browser. Edit either end and watch every request cross.',
  applicationName: 'Both Ends',
}

// The keys on the screen of a phone make the page lower, and so the pane with the code: nothing lies under them.
export const viewport: Viewport = { interactiveWidget: 'resizes-content' }

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    // next-themes writes the scheme's class before React hydrates: the one expected mismatch.
    <html
      lang="en"
      dir="ltr"
      className={`${sans.variable} ${mono.variable}`}
      suppressHydrationWarning
    >
      <Head
        color={{
          hue: { light: 233, dark: 230 },
          saturation: { light: 75, dark: 100 },
          lightness: { light: 52, dark: 79 },
        }}
        backgroundColor={{ light: '#f4f6fb', dark: '#0a0e20' }}
      />
      <body>
        <ThemeProvider attribute="class" defaultTheme="system" disableTransitionOnChange>
          {children}
          <KeepForLater />
        </ThemeProvider>
      </body>
    </html>
  )
}
