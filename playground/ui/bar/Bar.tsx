// The bar: whose page it is, what one starts from, whether it is kept, and running it.
import type { ReactNode } from 'react'
import { copy } from '../copy.ts'
import { useWidthClass } from '../layout/use-media.ts'
import { Brand } from './Brand.tsx'
import { FlavourMenu } from './FlavourMenu.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { OfflineMark } from './OfflineMark.tsx'
import { ResetButton } from './ResetButton.tsx'
import { RunButton } from './RunButton.tsx'
import { SaveMark } from './SaveMark.tsx'
import { StartFromMenu } from './StartFromMenu.tsx'
import styles from './bar.module.css'

/** `trailing` is the site's: its colour-scheme switch, for instance. */
export function Bar({ trailing }: { readonly trailing: ReactNode }) {
  const narrow = useWidthClass() === 'narrow'
  return (
    <header className={styles.bar} aria-label={copy.bar.label}>
      <a className={styles.home} href="/" aria-label={copy.bar.home}>
        <Brand withName={!narrow} />
      </a>
      <StartFromMenu isShort={narrow} />
      <SaveMark />
      <OfflineMark />
      <span className={styles.space} />
      {!narrow && <FlavourMenu />}
      {!narrow && <ResetButton />}
      <RunButton />
      {!narrow && trailing}
      <MoreMenu isNarrow={narrow} />
    </header>
  )
}
