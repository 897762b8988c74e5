// Monaco's own worker: diffs, links, words. A file of its own so that the bundler makes a worker of it.
import 'monaco-editor/editor/editor.worker.js'
