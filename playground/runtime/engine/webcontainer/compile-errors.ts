// Compile errors as `next dev --webpack` tells its client, as the learner's errors. Runs anywhere.
import type { CodePlace, LearnerError } from '../../wire/learner-error.ts'

/** SWC's frame begins so, the native one and the WebAssembly one; elsewhere the file's line ends in `:line:column`. */
const FRAME = /(?:╭─|,-)\[(.+?):(\d+):(\d+)\]/
const SAID = /^(?:Error:)?\s*[×x] +/
const FILE_LINE = /^(\.\/\S+?)(?::(\d+):(\d+))?$/m

export function readCompileErrors(errors: unknown): readonly LearnerError[] {
  if (!Array.isArray(errors)) return []
  return errors.map((error: unknown) => toLearnerError(textOf(error)))
}

function textOf(error: unknown): string {
  if (typeof error === 'string') return error
  const isObject = typeof error === 'object' && error !== null
  return isObject && 'message' in error ? String(error.message) : String(error)
}

function toLearnerError(coloured: string): LearnerError {
  // oxlint-disable-next-line no-control-regex
  const text = coloured.replace(/\u001b\[[0-9;]*m/g, '')
  const lines = text.split('\n')
  const said = lines.find((line) => SAID.test(line)) ?? lines.find((line) => !line.startsWith('./'))
  return {
    end: 'next',
    message: (said ?? text).replace(SAID, '').trim(),
    place: findPlace(text),
    codeFrame:
      lines.filter((line) => /[│╭╰]|^\s*>?\s*\d+ \||^\s*(,-\[|:|`-)/.test(line)).join('\n') || null,
    stack: text,
  }
}

function findPlace(text: string): CodePlace | null {
  const inFrame = FRAME.exec(text)
  const inLine = FILE_LINE.exec(text)
  const file = inFrame?.[1] ?? inLine?.[1]
  if (file === undefined) return null
  // Absolute in SWC's frame, with the container's folder in front.
  const path = inLine?.[1]?.slice(2) ?? file.replace(/^.*\/frontend\//, '')
  const line = Number(inFrame?.[2] ?? inLine?.[2] ?? 1)
  return { file: `frontend/${path}`, line, column: Number(inFrame?.[3] ?? inLine?.[3] ?? 1) }
}
