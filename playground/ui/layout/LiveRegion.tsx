// The polite live region: what the page says to those who do not see it.
import { useView } from '../store/session-context.tsx'
import tokens from '../tokens.module.css'

export function LiveRegion() {
  const said = useView((state) => state.said)
  return (
    <p className={tokens.visuallyHidden} role="status">
      {said}
    </p>
  )
}
