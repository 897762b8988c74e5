// Colours that can be read from the last row: 7:1 against what is behind them (WCAG 2.2, 1.4.6). Runs anywhere.

type Rgb = readonly [number, number, number]

/** The colour, or one as near to it as reaches the ratio. Hex in, hex out. */
export function readable(colour: string, background: string, ratio = 7): string {
  const behind = parseHex(background)
  const towards = luminance(behind) > 0.18 ? 0 : 255
  let mixed = parseHex(colour)
  while (contrast(mixed, behind) < ratio && mixed.some((part) => part !== towards))
    mixed = [step(mixed[0], towards), step(mixed[1], towards), step(mixed[2], towards)]
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

export function contrast(left: Rgb, right: Rgb): number {
  const [light, dark] = [luminance(left), luminance(right)].sort((one, other) => other - one)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

export function parseHex(hex: string): Rgb {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  return [part(1), part(3), part(5)]
}

function step(part: number, towards: number): number {
  return towards === 0 ? Math.max(0, part - 4) : Math.min(255, part + 4)
}

function luminance([red, green, blue]: Rgb): number {
  const [r, g, b] = [red, green, blue].map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}
