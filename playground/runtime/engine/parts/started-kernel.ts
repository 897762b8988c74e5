// What an engine gives for its kernel: something that speaks the kernel's messages, wherever it runs.
import type { Files } from '../../wire/files.ts'
import type { Flavour, HostOffer, KernelOffer, NoOffer } from '../../wire/message.ts'
import type { Port } from '../../wire/port.ts'
import type { StageBoard } from './stage-board.ts'

export type KernelPort = Port<KernelOffer, NoOffer>
export type HostPort = Port<HostOffer, NoOffer>

export interface KernelStart {
  readonly files: Files
  readonly flavour: Flavour
  /** Name of a starter whose compiled files ship with us, or null. */
  readonly starter: string | null
}

export interface StartedKernel {
  readonly port: KernelPort
  /** Resolves when it answers requests; marks the stages that it knows. Rejects with FailureError. */
  boot(start: KernelStart, stages: StageBoard): Promise<void>
  /** A broker was started. Not needed where the host joins the two. */
  joinBroker?(): void
  /** Ends what the port does not. */
  stop?(): void
}

export interface KernelPlace {
  readonly host: HostPort
  /** It ended by itself and must be started again. */
  onLost(message: string): void
}

export type StartKernel = (place: KernelPlace) => Promise<StartedKernel>
