// `/__nextjs_original-stack-frames`: Next's dev overlay asks where the frames of an error really are.
import { readBody, type WireRequest, type WireResponse } from '../../wire/request-port.ts'
import { textAnswer } from '../requests/wire-answers.ts'
import type { FrontendFiles } from '../files/frontend-files.ts'
import type { CompileClient } from '../compiler/compile-client.ts'
import type { StackMap } from './stack-map.ts'

export const ORIGINAL_FRAMES_PATH = '/__nextjs_original-stack-frames'

interface OverlayFrame {
  readonly file: string | null
  readonly methodName: string
  readonly line1?: number | null
  readonly column1?: number | null
  readonly arguments?: readonly string[]
}

interface FramesHost {
  readonly files: FrontendFiles
  readonly compiler: CompileClient
  readonly stackMap: StackMap
}

export async function answerOriginalFrames(
  host: FramesHost,
  request: WireRequest,
): Promise<WireResponse> {
  const text = new TextDecoder().decode(await readBody(request.body, 1_000_000))
  const { frames }: { frames: readonly OverlayFrame[] } = JSON.parse(text)
  const found = await Promise.all(frames.map((frame) => originalFrame(host, frame)))
  return textAnswer(200, 'application/json', JSON.stringify(found))
}

async function originalFrame(
  { stackMap, files, compiler }: FramesHost,
  frame: OverlayFrame,
): Promise<object> {
  const id = /(\((?:rsc|ssr|app-pages-browser)\)\/\.[^?]*)/.exec(frame.file ?? '')?.[1]
  const place =
    id === undefined ? null : await stackMap.locate(id, frame.line1 ?? 1, frame.column1 ?? 1)
  if (!place) {
    const originalStackFrame = { ...frame, ignored: true }
    return { status: 'fulfilled', value: { originalStackFrame, originalCodeFrame: null } }
  }
  const path = place.file.replace(/^frontend\//, '')
  const source = files.text(`/${path}`)
  const originalCodeFrame =
    source === undefined ? null : await compiler.codeFrame(source, place.line, place.column)
  const { methodName } = frame
  const originalStackFrame = {
    file: path,
    methodName,
    line1: place.line,
    column1: place.column,
    arguments: [],
    ignored: false,
  }
  return { status: 'fulfilled', value: { originalStackFrame, originalCodeFrame } }
}
