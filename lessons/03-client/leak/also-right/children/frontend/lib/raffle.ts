import 'server-only'

/** Drawn on Monday, told on Friday at five. Until then nobody may know. */
export const raffle = {
  prize: 'A week of the good coffee machine',
  winner: 'Hana Sato',
}
