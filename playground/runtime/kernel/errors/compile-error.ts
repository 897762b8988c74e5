// A file of the learner's that does not compile: SWC's, postcss's or a Next loader's own text and place.
import type { CompileFault } from '../compiler/offer.ts'

export class CompileError extends Error {
  readonly fault: CompileFault
  constructor(fault: CompileFault) {
    super(fault.message)
    this.name = 'CompileError'
    this.fault = fault
  }
}
