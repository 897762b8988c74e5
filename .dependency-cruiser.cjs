// Who may import whom: style.md, section 3, as errors. Each comment says what to do instead.
const runtime = '^playground/runtime'
const workers = '(service-worker|preview|broker|kernel|backend|host)'
const test = '\\.(test|e2e)\\.tsx?$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment:
        'Two files that need each other are one file, or hide a third: move what both need into its own file.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment:
        'Nothing imports this file and it is no entry: delete it, or name it as an entry here.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^playground',
        pathNot: [
          test,
          '\\.worker\\.ts$',
          '/(site-)?service-worker\\.ts$',
          '/(host|guest|tab|keep|page-client)\\.ts$',
          `${runtime}/engine/webcontainer/container/`,
          '\\.d\\.ts$',
          '^playground/(index|embed/both-ends)\\.ts$',
          '/python/',
        ],
      },
      to: {},
    },
    {
      name: 'wire-stands-alone',
      comment:
        'The wire is what the others meet on; it knows none of them. Move the shape into wire/, or the code out of it.',
      severity: 'error',
      from: { path: `${runtime}/wire/`, pathNot: test },
      to: { pathNot: [`${runtime}/wire/`, 'node_modules/valibot'] },
    },
    {
      name: 'workers-meet-only-on-the-wire',
      comment:
        'Each folder runs in its own place: send a message whose shape is in wire/ instead of importing.',
      severity: 'error',
      from: { path: `${runtime}/${workers}/` },
      to: { path: `${runtime}/${workers}/`, pathNot: `${runtime}/$1/` },
    },
    {
      name: 'workers-know-no-workspace-and-no-engine',
      comment: 'Workers get files and requests over a port; they never reach for the page’s side.',
      severity: 'error',
      from: { path: `${runtime}/(service-worker|broker|kernel|backend|host)/` },
      to: { path: `${runtime}/(workspace|engine)/|^playground/(session|ui|automation|lessons)/` },
    },
    {
      name: 'kept-stands-on-the-wire',
      comment:
        'What is kept is files by their hash, on both origins: it knows no engine, no page and no service worker.',
      severity: 'error',
      from: { path: `${runtime}/kept/`, pathNot: test },
      to: { path: '^playground/', pathNot: `${runtime}/(kept|wire)/` },
    },
    {
      name: 'offline-loads-no-engine',
      comment:
        'Every page of the site loads this: it may import kept, wire, readable.ts and the hidden frame, and nothing that runs an app.',
      severity: 'error',
      from: { path: '^playground/offline/', pathNot: test },
      to: {
        path: '^playground/',
        pathNot: [
          '^playground/offline/',
          `${runtime}/(kept|wire)/`,
          `${runtime}/workspace/readable\\.ts$`,
          `${runtime}/preview/hidden-frame\\.ts$`,
        ],
      },
    },
    {
      name: 'runtime-has-no-react',
      comment:
        'The runtime is read without React: put components into ui/. (The kernel builds Next in; it does not import it.)',
      severity: 'error',
      from: { path: `${runtime}/`, pathNot: `${runtime}/kernel/` },
      to: { path: 'node_modules/(react|react-dom|next|monaco-editor)/' },
    },
    {
      name: 'workspace-stands-on-the-wire',
      comment: 'The workspace is files and versions; it knows no engine, no session and no page.',
      severity: 'error',
      from: { path: `${runtime}/workspace/`, pathNot: test },
      to: { path: '^playground/', pathNot: `${runtime}/(workspace|wire)/` },
    },
    {
      name: 'only-own-engine-assembles',
      comment: 'Only the engines know the parts of an engine: ask engine/engine.ts instead.',
      severity: 'error',
      from: {
        path: '^playground/(session|automation|lessons|ui)/|^playground/index\\.ts$',
        pathNot: test,
      },
      to: { path: `${runtime}/(${workers}/|engine/(own|parts|webcontainer)/)` },
    },
    {
      name: 'engine-is-an-interface',
      comment: 'engine.ts says what an engine does; it must not know how one does it.',
      severity: 'error',
      from: { path: `${runtime}/engine/engine\\.ts$` },
      to: { pathNot: `${runtime}/(wire|workspace)/` },
    },
    {
      name: 'engines-are-strangers',
      comment:
        'own/ and webcontainer/ are two answers to one question: what both need lies in parts/, which knows neither.',
      severity: 'error',
      from: { path: `${runtime}/engine/(own|parts|webcontainer)/` },
      to: { path: `${runtime}/engine/(own|webcontainer)/`, pathNot: `${runtime}/engine/$1/` },
    },
    {
      name: 'embed-knows-only-the-messages',
      comment:
        'The module for embedders is small and runs on their page: it may have the shapes of the messages, and types.',
      severity: 'error',
      from: { path: '^playground/embed/', pathNot: test },
      to: {
        path: '^playground/',
        pathNot: ['^playground/embed/', '^playground/automation/embed-messages\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'session-has-no-page',
      comment:
        'A session runs without a page: it may import engine/engine.ts, workspace and wire. The page gives it the rest.',
      severity: 'error',
      from: { path: '^playground/session/', pathNot: test },
      to: {
        path: '^playground/',
        pathNot: [
          `${runtime}/(wire|workspace)/`,
          `${runtime}/engine/engine\\.ts$`,
          '^playground/session/',
        ],
      },
    },
    {
      name: 'automation-drives-the-session',
      comment:
        'window.bothEnds is the session, spelled for other programs: add to the session what is missing there.',
      severity: 'error',
      from: { path: '^playground/automation/', pathNot: test },
      to: {
        path: '^playground/',
        pathNot: [
          `${runtime}/(wire|workspace)/`,
          `${runtime}/engine/engine\\.ts$`,
          '^playground/(session|automation)/',
        ],
      },
    },
    {
      name: 'lessons-read-the-session',
      comment:
        'A lesson and its checks know the running app through the session: add to the session what is missing there.',
      severity: 'error',
      from: { path: '^playground/lessons/', pathNot: test },
      to: {
        path: '^playground/',
        pathNot: [
          `${runtime}/(wire|workspace|document)/`,
          `${runtime}/engine/engine\\.ts$`,
          '^playground/(session|lessons)/',
        ],
      },
    },
    {
      name: 'presenting-reads-lessons-and-the-session',
      comment:
        'A talk plays beats of lessons over a session and knows no page: what draws it is in ui/present.',
      severity: 'error',
      from: { path: '^playground/present/', pathNot: test },
      to: {
        path: '^playground/',
        pathNot: [
          `${runtime}/(wire|workspace)/`,
          `${runtime}/engine/engine\\.ts$`,
          '^playground/(session|lessons|present)/',
        ],
      },
    },
    {
      name: 'document-stands-on-the-wire',
      comment:
        'Finding elements in a document: the guest and the checks both do it, so it knows neither.',
      severity: 'error',
      from: { path: `${runtime}/document/`, pathNot: test },
      to: { path: '^playground/', pathNot: `${runtime}/(document|wire)/` },
    },
    {
      name: 'ui-sees-the-engine-not-its-parts',
      comment:
        'A pane reads the session: session, workspace, engine/engine.ts, engine/choose.ts and types of the wire.',
      severity: 'error',
      from: { path: '^playground/ui/', pathNot: test },
      to: {
        path: '^playground/',
        pathNot: [
          '^playground/(ui|session|automation|lessons|offline|present)/',
          `${runtime}/(wire|workspace)/`,
          `${runtime}/engine/(engine|choose)\\.ts$`,
        ],
      },
    },
    {
      name: 'site-by-the-front-door',
      comment:
        'The site imports playground/index.ts, by next/dynamic with ssr: false, and nothing behind it. Every page keeps itself for later: offline/offline.ts, which is small and by import() too.',
      severity: 'error',
      from: { path: '^site/', pathNot: test },
      to: { path: '^playground/', pathNot: '^playground/(index|offline/offline)\\.ts$' },
    },
    {
      name: 'content-imports-definitions',
      comment:
        'Content and lessons are words and data: only defineLesson and defineChecks may be imported there.',
      severity: 'error',
      from: { path: '^(content|lessons)/' },
      to: {
        path: '^(playground|site|tools|tests|examples)/',
        pathNot: '^playground/lessons/define-(lesson|checks)\\.ts$',
      },
    },
    {
      name: 'examples-stand-alone',
      comment: 'An example is copied alone: it may use its own files and its own packages.',
      severity: 'error',
      from: { path: '^examples/([^/]+)/' },
      to: { path: '^(playground|site|content|tools|tests|examples)/', pathNot: '^examples/$1/' },
    },
    {
      name: 'nothing-imports-tools-or-tests',
      comment:
        'Tools and tests look at the product; the product does not look back. Move shared code into it.',
      severity: 'error',
      from: { path: '^(playground|site|content|examples)/', pathNot: test },
      to: { path: '^(tools|tests)/' },
    },
    {
      name: 'node-builtins-only-in-tools-and-tests',
      comment: 'This runs in a browser: there is no Node here.',
      severity: 'error',
      from: {
        path: '^playground/',
        pathNot: [
          test,
          `${runtime}/kernel/`,
          '/testing/',
          // Run by the Node of a container.
          `${runtime}/engine/webcontainer/container/`,
        ],
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'heavy-only-dynamic',
      comment: 'Megabytes: reach it by import() where it is first needed.',
      severity: 'error',
      from: {
        path: '^(playground|site)/',
        pathNot: [
          test,
          '\\.worker\\.ts$',
          '/monaco[^/]*\\.ts$',
          `${runtime}/backend/`,
          // What the compiler's worker imports dynamically.
          `${runtime}/kernel/compiler/compiler\\.ts$`,
        ],
      },
      to: {
        path: 'node_modules/(pyodide|@next/swc-wasm-web|@astral-sh/ruff-wasm-web|monaco-editor|@webcontainer)/',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'monaco-only-dynamic',
      comment: 'The file that assembles Monaco is as heavy as Monaco: reach it by import().',
      severity: 'error',
      from: {
        path: '^playground/',
        pathNot: [test, '/monaco[^/]*\\.ts$', '/(Loaded|Stage)Editor\\.tsx$'],
      },
      to: { path: '/editor/monaco\\.ts$', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'This import leads nowhere.',
      severity: 'error',
      from: { path: '^(playground|tools|tests)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: '^build/|^tests/embed/fixtures/|(^|/)(\\.next|out|node_modules/\\.cache|placeholder)/|^site/content/|^lessons/[^/]+/[^/]+/(starter|solution|also-right|still-wrong)/',
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.imports.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
