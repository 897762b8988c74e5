// Both origins' sizes as one list, and their sums.
import { KEPT_GROUPS } from '../runtime/kept/manifest.ts'
import type { GroupSize } from '../runtime/kept/keeper.ts'

export interface Sizes {
  readonly kept: number
  readonly total: number
  readonly groups: readonly GroupSize[]
}

export const NO_SIZES: Sizes = joinSizes([])

export function joinSizes(sides: readonly (readonly GroupSize[])[]): Sizes {
  const groups = KEPT_GROUPS.map((name) => {
    const mine = sides.flat().filter((size) => size.name === name)
    return {
      name,
      bytes: sum(mine, 'bytes'),
      kept: sum(mine, 'kept'),
      download: sum(mine, 'download'),
    }
  })
  return { groups, kept: sum(groups, 'kept'), total: sum(groups, 'bytes') }
}

function sum(sizes: readonly GroupSize[], what: 'bytes' | 'kept' | 'download'): number {
  return sizes.reduce((total, size) => total + size[what], 0)
}
