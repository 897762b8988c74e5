// Every string of the lesson page that is not in copy.ts: its chunk is loaded with lessons only.
import type { CheckOutcome } from '../../lessons/run-checks.ts'

/** `a, b and c`. */
const LIST = new Intl.ListFormat('en-GB')

export const lessonCopy = {
  opening: 'Opening the lesson…',
  label: 'Lesson',
  read: 'Read',
  menu: (number: number, title: string) => `${number} · ${title}`,
  menuLabel: 'All lessons',
  present: 'Present this lesson (P)',
  steps: 'Steps',
  waysOn: 'Previous and next step',
  position: (step: number, of: number) => `${step} of ${of}`,
  stepName: (step: number, of: number, title: string, isDone: boolean) =>
    `Step ${step} of ${of}: ${title}${isDone ? ', done' : ''}`,
  starterTitle: (step: number) => `step ${step}`,
  skipToTask: 'Skip to task',
  resizeRead: 'Resize text and code',

  checks: 'Checks',
  run: 'Run checks',
  startAndRun: 'Start and run checks',
  running: 'Running checks…',
  needsEngine: 'Checks use the running app.',
  passed: (passed: number, of: number) => `${passed} of ${of} checks pass`,
  notRun: (count: number) => `${count} could not run`,
  stale: 'The files have changed since.',
  states: {
    waiting: 'not run',
    running: 'running',
    passed: 'passes',
    failed: 'does not pass',
    'not-run': 'could not run',
  } satisfies Record<CheckOutcome['state'] | 'waiting' | 'running', string>,
  expected: 'expected',
  got: 'got',
  couldNotRun: (reason: string) => `This check could not run: ${reason}`,
  seeWire: (text: string) => `See ${text} in the wire`,
  seePage: (path: string) => `Open ${path} in the preview`,
  seeCode: (file: string, line: number) => `Go to ${file}, line ${line}`,
  seeDock: { data: 'See the tables', jar: 'See the cookies', console: 'See the console' },

  solution: 'Solution…',
  reset: 'Reset…',
  next: (step: number, title: string) => `Step ${step}: ${title}`,
  previous: (step: number) => `Step ${step}`,
  stepDone: 'All checks pass.',
  lessonDone: 'All checks pass, and this was the last step.',

  brings: (step: number, files: readonly string[]) =>
    files.length === 1
      ? `Step ${step} brings its own ${files[0]}. The text is about that one; yours stays until you choose.`
      : `Step ${step} brings its own ${LIST.format(files)}. They belong together; yours stay until you choose.`,
  keepMine: 'Keep mine',
  useSteps: (step: number, files: number) => `Use step ${step}’s${files === 1 ? '' : ' files'}`,
  compare: 'Compare',
  compareTitle: (step: number) => `Your files, and those of step ${step}`,
  compareLine: 'Lines marked − are yours, lines marked + are the step’s.',

  solutionTitle: (step: number) => `Solution of step ${step}`,
  solutionLine:
    'Lines marked − are yours, lines marked + are the solution’s. Nothing is written until you say so.',
  solutionNone: 'Your files are the same as the solution’s.',
  useFile: 'Use this file',
  useAll: 'Use all',
  used: 'The solution is in your files.',
  removesFile: 'The solution does not have this file.',
}
