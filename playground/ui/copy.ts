// Every string that a person reads in the playground. Plain English, no exclamation marks; a sentence about trouble ends
// with what to do. Translating is replacing this file and wire/wire-copy.ts. Sentences made from hops are in wire/sentences.ts.
import type { StageName } from '../runtime/wire/stage.ts'
import { plural } from './plural.ts'
import { wireCopy } from './wire/wire-copy.ts'

export const copy = {
  brand: 'Both Ends',
  playground: 'Playground',

  bar: {
    label: 'Playground',
    home: 'Both Ends, home',
    startFrom: (name: string) => `Start from ${name}`,
    startFromNothing: 'Loaded files',
    startFromLabel: 'Start from another example',
    run: 'Run',
    running: 'Running',
    starting: 'Starting…',
    restart: 'Restart',
    retry: 'Try again',
    flavourLabel: 'How Next.js runs',
    development: 'Development',
    production: 'Production',
    developmentLine: 'Compiles as you type, as next dev does.',
    productionLine: 'Builds, then starts, as next build and next start do.',
    building: 'Building…',
    routes: 'Routes of the last build',
    reset: 'Reset…',
    more: 'More actions',
    zip: 'Download a zip',
    share: 'Share…',
    openWhole: 'Open in Both Ends',
    notOpened: 'The browser did not let this frame open a page.',
    drivenBy: (who: string | null) =>
      `${who ?? 'The page around this frame'} can read and change what is here.`,
    restartFrontend: 'Restart Next.js',
    restartBackend: 'Restart FastAPI',
    resetDatabase: 'Reset database…',
    stop: 'Stop the engine',
    versions: 'Earlier versions',
    noVersions: 'None yet. Reset keeps one.',
    version: (time: string, from: string, changed: number) =>
      `${time} · ${from} · ${plural(changed, 'file')} changed`,
    keys: 'Keyboard shortcuts',
    offline: 'Offline…',
    saved: 'Saved',
    unsaved: 'Saving…',
    notSaved: 'Not saved',
    offlineNow: 'Offline',
    offlineAndWorks: 'Offline · works',
    offlineOnly: 'This device has no network. What is open here goes on.',
    offlineWorks: 'This device has no network. Both ends run from what this browser keeps.',
    notKept: 'Kept until this page closes',
    files: (count: number) => (count === 0 ? 'unchanged' : `${plural(count, 'file')} changed`),
  },

  starters: {
    directory: {
      title: 'directory',
      line: 'People in a database: list, search, forms, server actions.',
    },
    hello: { title: 'hello', line: 'One page and one endpoint.' },
    'user-crud': {
      title: 'user-crud',
      line: 'Accounts, private notes, an administrator: the app to copy.',
    },
  },

  panes: {
    files: 'Files',
    editor: 'Code',
    preview: 'Preview',
    dock: 'Wire, data, jar and console',
    skipToEditor: 'Skip to code',
    skipToPreview: 'Skip to preview',
    resizeFiles: 'Resize files and code',
    resizeCode: 'Resize code and preview',
    resizeDock: 'Resize the dock',
    moved: (name: string) => `${name} pane`,
    code: 'Code',
    sideBySide: 'Side by side',
    show: 'What to show',
    hideDock: 'Hide the dock',
    showDock: 'Show the dock',
    views: 'Views',
  },

  files: {
    tree: 'Files of the workspace',
    open: 'File',
    newFile: 'New file',
    newFileIn: (folder: string) => `New file in ${folder}`,
    rename: 'Rename',
    remove: 'Delete',
    changed: 'changed',
    path: 'Path',
    pathHint: 'Begins with frontend/ or backend/.',
    create: 'Create',
    renameTitle: (path: string) => `Rename ${path}`,
    removeTitle: (path: string) => `Delete ${path}?`,
    removeFolder: (count: number) => `${plural(count, 'file')} inside go too.`,
    removeHint: 'Reset brings back what the starter had.',
    removed: (path: string) => `Deleted ${path}.`,
    actions: (path: string) => `Actions for ${path}`,
    filter: 'All files',
  },

  editor: {
    tabs: 'Open files',
    close: (path: string) => `Close ${path}`,
    none: 'No file is open.',
    noneHint: 'Choose one from the files.',
    loading: 'The editor is loading.',
    binary: (size: string) => `Shown as read-only (binary, ${size}).`,
    place: (line: number, column: number) => `Ln ${line}, Col ${column}`,
    saveIsAutomatic: 'Saved. It is saved as you type.',
    leaveHint: 'Press Escape, then Tab, to leave the editor.',
    errorCount: (count: number) => plural(count, 'error'),
    failed: 'The code editor did not load, so this is a plain text field. Everything else works.',
  },

  preview: {
    address: 'Address in the app',
    back: 'Back',
    forward: 'Forward',
    reload: 'Reload preview',
    openTab: 'Open in a new tab',
    tabRefused: 'The browser did not open a tab. Allow pop-ups for this page, then try again.',
    go: 'Go',
    startTitle: 'Run it here.',
    startLine:
      'Next.js and FastAPI start in this tab. Nothing is installed, and your files stay in this browser.',
    startFoot: (size: string) => `The first visit downloads about ${size}; after that it is kept.`,
    startNamed: (name: string) => `Ready to run: ${name}`,
    notAnswering: 'The page stopped answering (an endless loop?).',
    reloadNow: 'Reload preview',
    takeOver: 'Take over here',
    stoppedTitle: 'Stopped.',
    stale: 'The page below is from before this error.',
  },

  boot: {
    label: 'Starting',
    stages: {
      host: 'Preview',
      container: 'Container',
      packages: 'Packages',
      relay: 'Relay',
      next: 'Next.js',
      client: 'Next’s client',
      python: 'Python',
      fastapi: 'FastAPI',
      database: 'Database',
      'first-page': 'First page',
    } satisfies Record<StageName, string>,
    states: {
      waiting: 'waiting',
      running: 'running',
      slow: 'slow',
      done: 'done',
      failed: 'failed',
    },
    slow: (name: string, seconds: number) =>
      `${name} is taking longer than usual (${seconds} s). Slow network? It will be kept for next time.`,
    failedTitle: (name: string) => `${name} did not start.`,
    failedWhole: 'The playground did not start.',
    ready: (ms: string) => `Both ends are running after ${ms}.`,
  },

  errors: {
    next: (file: string | null) =>
      file ? `Next.js reports an error in ${file}` : 'Next.js reports an error',
    python: (file: string | null) =>
      file ? `FastAPI reports an error in ${file}` : 'FastAPI reports an error',
    goTo: (file: string, line: number) => `Go to ${file}:${line}`,
    details: 'Details',
    more: (count: number) => `${plural(count, 'more error')}`,
    yours: 'Your code',
    ours: 'The playground',
    copyReport: 'Copy report',
    copied: 'Report copied.',
    announce: (message: string) => `Error: ${message}`,
  },

  failure: {
    title: 'The playground itself had a failure.',
    dismiss: 'Dismiss',
    restart: 'Restart',
  },

  dock: {
    wire: 'Wire',
    data: 'Data',
    jar: 'Jar',
    console: 'Console',
    terminal: 'Terminal',
    exchanges: 'exchanges',
    cookies: 'cookies',
    lines: 'lines',
    count: (count: number, unit: string) => `${count} ${unit}`,
  },

  difference: {
    removed: 'removed:',
    added: 'added:',
    unchanged: (count: number) => `${count} unchanged ${count === 1 ? 'line' : 'lines'}`,
  },

  wire: wireCopy,

  data: {
    before: 'Tables appear when FastAPI has created them.',
    none: 'FastAPI is running and has created no tables.',
    noRows: (name: string) => `“${name}” has no rows.`,
    tables: 'Tables',
    rowCount: (count: number) => plural(count, 'row'),
    firstRows: (shown: number, all: number) => `The first ${shown} of ${all} rows.`,
    foot: 'SQLite in this tab.',
    refresh: 'Read again',
    primaryKey: 'primary key',
    references: (target: string) => `references ${target}`,
    failed: 'The tables could not be read:',
  },

  jar: {
    empty:
      'No cookies. The next Set-Cookie that is accepted appears here; refused ones too, with the reason.',
    kept: 'Kept',
    refused: (count: number) => `Refused (${count})`,
    clear: 'Clear jar',
    session: 'Until the browser closes.',
    until: (time: string) => `Kept until ${time}.`,
    scripts: 'Page scripts can read it.',
    noScripts: 'Page scripts cannot read it.',
    sentTo: (path: string) =>
      path === '/' ? 'Sent with every path of this host.' : `Sent with paths below ${path}.`,
    unknownReason: 'The broker gave no reason.',
    readers: 'Who can read it',
    pageScripts: 'Page scripts',
    yes: 'yes',
    no: 'no',
    nextReads: 'yes, on every request that it is sent with',
    fastApiReads: 'no, unless Next.js passes it on or the browser asks FastAPI itself',
    expire: 'Go past its end',
    ahead: (minutes: number) =>
      `The clock of the jar and of Python is ${plural(minutes, 'minute')} ahead.`,
    putRight: 'Put it right',
  },

  console: {
    label: 'Console',
    empty: 'No output. console.log and print appear here, marked browser, Next or Python.',
    hidden: 'No line matches the filter.',
    sources: { browser: 'Browser', next: 'Next', python: 'Python' },
    all: 'All',
    filter: 'Filter lines',
    sourceLabel: 'Source',
    error: 'error',
    warning: 'warning',
    clear: 'Clear',
  },

  reset: {
    title: (name: string) => `Put the files back to the start of ${name}?`,
    line: (changed: number) =>
      changed === 0
        ? 'No file was changed. The database goes back to its start.'
        : `${plural(changed, 'file')} changed. Your version is kept for Undo, and the database goes back to its start.`,
    confirm: 'Reset',
    done: 'The files are back to their start.',
    undo: 'Undo',
    undoAlt: 'Undo: bring my version back, from More actions, Earlier versions',
    undone: 'Your version is back.',
    replaced: (name: string) => `Started from ${name}. Your earlier files are kept.`,
  },

  share: {
    title: 'Share this code',
    line: 'The link holds what you changed. Whoever opens it runs it in their own browser; your rows and cookies stay here.',
    forms: 'Ways to share',
    link: 'Link',
    embed: 'Embed',
    embedLine:
      'A frame for a page of yours: HTML, or MDX. Its reader presses Run; nothing loads before.',
    copyEmbed: 'Copy HTML',
    copiedEmbed: 'HTML copied.',
    size: (bytes: string) => `${bytes} in all.`,
    long: 'Some chat and mail programs cut links of this length. A zip is safer.',
    copy: 'Copy link',
    copied: 'Link copied.',
    opened:
      'Someone shared this code. It runs when you press Run, in this browser only, in a closed frame. What you had here is under Earlier versions.',
    broken: 'The link could not be read: it was cut, most likely. This is what you had before.',
  },

  resetDatabase: {
    title: 'Put the database back to its start?',
    line: 'The rows that you made are removed. Files stay.',
    confirm: 'Reset database',
    done: 'The database is back to its start.',
  },

  storage: {
    failed: 'Your browser is not keeping changes (private window or full storage).',
    zip: 'Download a zip',
    tail: 'to be safe.',
  },

  keys: {
    title: 'Keyboard shortcuts',
    where: 'Where',
    off: 'Single-key shortcuts',
    offLine:
      'Letters and the question mark work outside text fields. Switch them off if they get in your way.',
  },

  build: {
    done: (count: number) => `Built ${plural(count, 'route')}. Next.js runs the production build.`,
    back: 'Next.js runs in development again.',
    failed: 'The build failed.',
  },

  common: {
    cancel: 'Cancel',
    close: 'Close',
    dismiss: 'Dismiss',
    notifications: 'Notifications',
    openFailed: 'The playground could not open.',
    opening: 'Opening the playground…',
  },
}

export function formatMs(ms: number): string {
  if (ms < 10) return `${ms.toFixed(1)} ms`
  if (ms < 10_000) return `${Math.round(ms)} ms`
  return `${(ms / 1000).toFixed(1)} s`
}

export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(bytes < 10_240 ? 1 : 0)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

export function formatTime(time: number): string {
  return new Date(time).toLocaleTimeString(undefined, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
}
