// What the stage shows, and what the notes window hears of it.
import * as v from 'valibot'

export const StageState = v.object({
  /** Place in the talk, from 0. */
  beat: v.number(),
  app: v.picklist(['waiting', 'starting', 'opening', 'ready', 'failed']),
  /** One sentence, when the app could not be brought to the beat's start. */
  trouble: v.nullable(v.string()),
  isBlank: v.boolean(),
  /** Milliseconds since the epoch; null before the talk has begun. */
  begun: v.nullable(v.number()),
  /** How long it took to bring the app to the start of this beat. */
  openedIn: v.nullable(v.number()),
})

export type StageState = v.InferOutput<typeof StageState>

export const FIRST_STATE: StageState = {
  beat: 0,
  app: 'waiting',
  trouble: null,
  isBlank: false,
  begun: null,
  openedIn: null,
}
