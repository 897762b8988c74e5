// Anything the learner's code made go wrong -> LearnerError: its own text, the place in the workspace, a code frame.
import type { LearnerError } from '../../wire/learner-error.ts'
import { stackText } from '../../wire/stack-text.ts'
import type { CompileClient } from '../compiler/compile-client.ts'
import type { FrontendFiles } from '../files/frontend-files.ts'
import { MissingModule } from '../graph/resolve.ts'
import { CompileError } from './compile-error.ts'
import { shownPath } from './shown-path.ts'
import type { StackMap } from './stack-map.ts'

interface DescribeHost {
  readonly files: FrontendFiles
  readonly compiler: CompileClient
  readonly stackMap: StackMap
}

export async function describeError(host: DescribeHost, cause: unknown): Promise<LearnerError> {
  if (cause instanceof CompileError) return describeCompileError(cause)
  if (cause instanceof MissingModule) return describeMissing(host, cause)
  if (!(cause instanceof Error)) {
    return { end: 'next', message: String(cause), place: null, codeFrame: null, stack: null }
  }
  const stack = await host.stackMap.mapText(stackText(cause))
  const place = host.stackMap.firstPlace(stack)
  const codeFrame = place ? await frameAt(host, place.file, place.line, place.column) : null
  return { end: 'next', message: cause.message, place, codeFrame, stack }
}

function describeCompileError({ fault }: CompileError): LearnerError {
  const { line = 1, column = 1 } = fault.place ?? {}
  const headline =
    /^\s*(?:[x×⨯]\s*)?(?:Error:\s*)?(?:[x×⨯]\s*)?(.+)/.exec(fault.message)?.[1] ?? fault.message
  return {
    end: 'next',
    message: headline.trim(),
    place: { file: shownPath(fault.file), line, column },
    codeFrame: fault.message.includes('\n') ? fault.message : null,
    stack: null,
  }
}

async function describeMissing(host: DescribeHost, cause: MissingModule): Promise<LearnerError> {
  const { specifier, importer, message } = cause
  if (/^[@\w]/.test(specifier) && !specifier.startsWith('@/')) console.warn(howToAdd(specifier))
  const source = host.files.text(importer) ?? ''
  const at = source.search(new RegExp(`['"\`]${escapeRegExp(specifier)}['"\`]`))
  const before = source.slice(0, Math.max(0, at)).split('\n')
  const line = before.length
  // Next points at the statement, not at the string.
  const column = /^\s*(import|export)\b/.test(before.at(-1) ?? '')
    ? 1
    : (before.at(-1) ?? '').length + 1
  const codeFrame = at < 0 ? null : await frameAt(host, shownPath(importer), line, column)
  return {
    end: 'next',
    message,
    place: { file: shownPath(importer), line, column },
    codeFrame,
    stack: null,
  }
}

function howToAdd(specifier: string): string {
  return `${specifier} is not among the packages that can be imported here (docs, “Packages”). Copy the app and run \`npm install ${specifier}\`, or choose the WebContainers engine, which installs it.`
}

async function frameAt(
  host: DescribeHost,
  shown: string,
  line: number,
  column: number,
): Promise<string | null> {
  const source = host.files.text(shown.replace(/^frontend/, ''))
  return source === undefined ? null : host.compiler.codeFrame(source, line, column)
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
