// Headers, cookies and bodies of a hop, or its statement. A chunk of its own; secrets are dots.
import type { Hop } from '../../../runtime/wire/hop.ts'
import { HttpSections } from '../../wire/HttpSections.tsx'
import { SqlSections } from '../../wire/SqlSections.tsx'

export function HopSections({ hop }: { readonly hop: Hop }) {
  return hop.type === 'http' ? (
    <HttpSections hop={hop} areSecretsShown={false} />
  ) : (
    <SqlSections hop={hop} />
  )
}
