// Both origins' sizes as one list, and their sums.
import { KEPT_GROUPS } from '../runtime/kept/manifest.ts'
import type { GroupKept } from '../runtime/kept/keep-offer.ts'
import type { GroupSize } from '../runtime/kept/keeper.ts'

export interface Sizes {
  readonly kept: number
  readonly total: number
  readonly groups: readonly GroupSize[]
}

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

export const NO_SIZES: Sizes = joinSizes([])

/** One file more; nothing to add to before somebody looked. */
export function addKept(sizes: Sizes, { group, bytes, download }: GroupKept): Sizes {
  const groups = sizes.groups.map((size) =>
    size.name === group && size.bytes > 0
      ? { ...size, kept: size.kept + bytes, download: size.download - download }
      : size,
  )
  return { ...sizes, groups, kept: sum(groups, 'kept') }
}

function sum(sizes: readonly GroupSize[], what: 'bytes' | 'kept' | 'download'): number {
  return sizes.reduce((total, size) => total + size[what], 0)
}
