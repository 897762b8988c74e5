// Reed–Solomon over the field of 256 that QR codes use (0x11d). Runs anywhere.

const EXP: number[] = []
const LOG: number[] = []
for (let power = 0, value = 1; power < 255; power++) {
  EXP[power] = value
  LOG[value] = power
  value = value * 2 < 256 ? value * 2 : (value * 2) ^ 0x11d
}

export function multiply(left: number, right: number): number {
  if (left === 0 || right === 0) return 0
  return EXP[((LOG[left] ?? 0) + (LOG[right] ?? 0)) % 255] ?? 0
}

/** 2 to the power of `power`. */
export function powerOfTwo(power: number): number {
  return EXP[power % 255] ?? 0
}

/** The bytes that follow `bytes`, so that up to half of their number may be misread. */
export function errorCorrection(bytes: readonly number[], count: number): number[] {
  const generator = makeGenerator(count)
  const rest = [...bytes, ...Array<number>(count).fill(0)]
  for (let at = 0; at < bytes.length; at++) {
    const lead = rest[at] ?? 0
    if (lead === 0) continue
    for (const [index, factor] of generator.entries())
      rest[at + index] = (rest[at + index] ?? 0) ^ multiply(factor, lead)
  }
  return rest.slice(bytes.length)
}

function makeGenerator(degree: number): number[] {
  let generator = [1]
  for (let power = 0; power < degree; power++) {
    const next = [...generator, 0]
    for (const [index, factor] of generator.entries())
      next[index + 1] = (next[index + 1] ?? 0) ^ multiply(factor, powerOfTwo(power))
    generator = next
  }
  return generator
}
