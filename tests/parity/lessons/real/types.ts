// What TypeScript says of a file, asked as `tsc` asks: over the folder with its own tsconfig.json, and Next's types of
// the routes as `next dev` wrote them there.
import { join } from 'node:path'
import ts from 'typescript'
import type { TypeProblem } from '../../../../playground/lessons/checks/check-tools.ts'

/** `path` as in a workspace. With a text, of a file that is not there, as if it were and held that. */
export function readRealTypes(folder: string, path: string, text?: string): readonly TypeProblem[] {
  const file = join(folder, path)
  const { options, fileNames } = readSettings(join(folder, 'frontend'))
  const host = ts.createCompilerHost(options)
  if (text !== undefined) {
    const { fileExists, readFile } = host
    host.fileExists = (name) => name === file || fileExists(name)
    host.readFile = (name) => (name === file ? text : readFile(name))
  }
  const program = ts.createProgram([...fileNames, file], options, host)
  const source = program.getSourceFile(file)
  if (source === undefined) throw new Error(`${path} is not there.`)
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    .filter(({ category }) => category === ts.DiagnosticCategory.Error)
    .map(({ code, messageText, start = 0 }) => {
      const { line, character } = source.getLineAndCharacterOfPosition(start)
      const message = ts.flattenDiagnosticMessageText(messageText, '\n')
      return { code, message, line: line + 1, column: character + 1 }
    })
}

function readSettings(frontend: string): ts.ParsedCommandLine {
  const { config }: { readonly config?: unknown } = ts.readConfigFile(
    join(frontend, 'tsconfig.json'),
    ts.sys.readFile,
  )
  return ts.parseJsonConfigFileContent(config, ts.sys, frontend, { noEmit: true })
}
