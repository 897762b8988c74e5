// A QR code as one path of squares, dark on white in both schemes: cameras want it so.
import { useMemo } from 'react'
import { encode } from 'uqr'
import { presentCopy } from '../present-copy.ts'
import styles from './dialogs.module.css'

/** Light squares around it, that readers need. */
const QUIET = 4

export function QrCode({ address }: { readonly address: string }) {
  const rows = useMemo(() => encode(address, { ecc: 'M', border: 0 }).data, [address])
  const size = rows.length + 2 * QUIET
  const path = rows.flatMap((line, row) =>
    line.flatMap((isDark, column) => (isDark ? [`M${column + QUIET} ${row + QUIET}h1v1h-1z`] : [])),
  )
  return (
    <svg
      className={styles.qr}
      role="img"
      aria-label={presentCopy.qrLabel(address)}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path.join('')} fill="#000000" />
    </svg>
  )
}
