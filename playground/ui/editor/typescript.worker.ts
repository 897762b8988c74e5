// Monaco's TypeScript worker: completion, hover, syntax errors. Half of what the editor weighs, so it starts with the
// first TypeScript file.
import 'monaco-editor/languages/features/typescript/ts.worker.js'
