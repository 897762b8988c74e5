// The bar of an embedded playground: whose it is, running it, and the way to the whole page with the work of here.
import { SquareArrowOutUpRight } from 'lucide-react'
import { toFailure } from '../../runtime/wire/failure.ts'
import { copy } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { useWidthClass } from '../layout/use-media.ts'
import { useSession, useViewStore } from '../store/session-context.tsx'
import { Brand } from './Brand.tsx'
import { FlavourMenu } from './FlavourMenu.tsx'
import { packWork } from './pack-work.ts'
import { RunButton } from './RunButton.tsx'
import { shareAddress } from './share-address.ts'
import styles from './bar.module.css'

export function EmbedBar() {
  const narrow = useWidthClass() === 'narrow'
  return (
    <header className={styles.bar} aria-label={copy.bar.label}>
      <a
        className={styles.home}
        href="/"
        target="_blank"
        rel="noreferrer"
        aria-label={copy.bar.home}
      >
        <Brand withName={!narrow} />
      </a>
      <span className={styles.space} />
      {!narrow && <FlavourMenu />}
      <RunButton />
      <OpenButton />
    </header>
  )
}

function OpenButton() {
  const session = useSession()
  const view = useViewStore()
  const open = async () => {
    // Opened by the click itself: after a wait, a browser takes it for a pop-up.
    const page = window.open('', '_blank')
    try {
      const { starter, files } = session.workspace.get()
      const address = shareAddress(await packWork(starter, files))
      if (page) page.location.href = address
      else view.tell(copy.bar.notOpened)
    } catch (cause) {
      page?.close()
      view.tell(toFailure('share', cause).message)
    }
  }
  return (
    <Button onClick={() => void open()}>
      <SquareArrowOutUpRight aria-hidden /> {copy.bar.openWhole}
    </Button>
  )
}
