/**
 * The boundaries of architecture.md. A module may call only modules to its left in MODULES, through their index.ts.
 * `session` opens and closes the program and so stands at the far right: it may call everybody, nobody calls it.
 */
const MODULES = [
  'users',
  'institutions',
  'campaigns',
  'partners',
  'children',
  'candidates',
  'training',
  'clinical',
  'assessments',
  'interviews',
  'sessions',
  'art-therapy',
  'extracts',
  'meetings',
  'matching',
  'mentorships',
  'documents',
  'coaching',
  'club',
  'monitoring',
  'audit',
  'backup',
  'settings',
  'session',
];
/**
 * What every module may know of a module to its right: the journal that all write to, the words for a session's state, and
 * the shape of a line for Today, which each module fills and none reads.
 */
const COMMON = [
  '^electron/modules/audit/index\\.ts$',
  '^shared/modules/session/session\\.model\\.ts$',
  '^shared/modules/settings/settings\\.contract\\.ts$',
];
const TEST = '\\.test\\.tsx?$';
const anyOf = (names) => `(?:${names.join('|')})`;

/** For every module: nothing to its right, on either floor where domain modules live. */
const order = MODULES.slice(0, -1).map((name, index) => ({
  name: `order-${name}`,
  severity: 'error',
  comment: `${name} may not know the modules to its right`,
  from: { path: `^(electron|shared)/modules/${name}/`, pathNot: TEST },
  to: { path: `^(electron|shared)/modules/${anyOf(MODULES.slice(index + 1))}/`, pathNot: COMMON },
}));

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [TEST, '\\.d\\.ts$', '\\.worker\\.ts$', '^electron/(main|preload|host)\\.ts$', '^renderer/main\\.tsx$',
          // Found by their place (import.meta.glob), not by an import.
          '^renderer/modules/[^/]+/routes\\.tsx$', '^test/', '^vitest\\.config\\.ts$', '^renderer/vite-env\\.d\\.ts$'],
      },
      to: {},
    },
    { name: 'nothing-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...order,
    {
      name: 'known-modules-only',
      severity: 'error',
      comment: 'a new module takes its place in MODULES',
      from: { path: '^(electron|renderer|shared)/modules/[^/]+/', pathNot: `^(electron|renderer|shared)/modules/${anyOf(MODULES)}/` },
      to: {},
    },
    {
      name: 'through-the-index',
      severity: 'error',
      comment: "another module's inside is its own affair",
      from: { path: '^electron/modules/([^/]+)/', pathNot: TEST },
      to: { path: '^electron/modules/[^/]+/', pathNot: ['^electron/modules/$1/', '^electron/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'electron-only-in-the-shell',
      severity: 'error',
      from: { path: '^(electron|renderer|shared)/', pathNot: '^electron/(main\\.ts|preload\\.ts|app/)' },
      to: { path: '^(node_modules/)?electron(/|$)', dependencyTypesNot: ['local'] },
    },
    {
      name: 'the-browser-host-has-no-window',
      severity: 'error',
      from: { path: '^electron/(host\\.ts|ipc/http-host/)' },
      to: { path: '^(node_modules/electron/|electron/app/(window|lifecycle|menu|protocol)\\.ts)' },
    },
    {
      name: 'the-host-stays-outside-the-app',
      severity: 'error',
      from: { path: '^electron/', pathNot: ['^electron/host\\.ts$', '^electron/ipc/http-host/', TEST] },
      to: { path: '^electron/(host\\.ts|ipc/http-host/)' },
    },
    {
      name: 'renderer-modules-apart',
      severity: 'error',
      comment: 'modules of the screen meet in the router, never in each other',
      from: { path: '^renderer/modules/([^/]+)/' },
      to: { path: '^renderer/modules/[^/]+/', pathNot: '^renderer/modules/$1/' },
    },
    { name: 'renderer-ui-knows-no-domain', severity: 'error', from: { path: '^renderer/ui/' }, to: { path: '^(renderer/(modules|app)/|shared/modules/)' } },
    { name: 'renderer-lib-knows-no-module', severity: 'error', from: { path: '^renderer/lib/' }, to: { path: '^renderer/(modules|app|ui)/' } },
    { name: 'shared-stands-alone', severity: 'error', from: { path: '^shared/' }, to: { path: '^(electron|renderer|test|resources)/' } },
    { name: 'shared-uses-the-language-and-zod', severity: 'error', from: { path: '^shared/', pathNot: TEST }, to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: '^node_modules/zod/' } },
    { name: 'floors-electron', severity: 'error', from: { path: '^electron/', pathNot: TEST }, to: { path: '^(renderer|test)/' } },
    { name: 'floors-renderer', severity: 'error', from: { path: '^renderer/', pathNot: TEST }, to: { path: '^(electron|test)/' } },
    { name: 'no-node-on-the-page', severity: 'error', from: { path: '^renderer/', pathNot: TEST }, to: { dependencyTypes: ['core'] } },
    {
      name: 'driver-and-orm-only-in-the-data-layer',
      severity: 'error',
      from: { path: '^(electron|renderer|shared)/', pathNot: ['^electron/db/', '\\.(repository|entity)\\.ts$', TEST] },
      to: { path: '^node_modules/(typeorm|better-sqlite3-multiple-ciphers|@types/better-sqlite3)/' },
    },
    {
      name: 'no-development-packages-in-the-app',
      severity: 'error',
      from: { path: '^(electron|renderer|shared)/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/(electron|@types)/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^out/'] },
    exclude: { path: ['^out/', '^test/config/.*\\.(mjs|cjs)$', '\\.(css|svg|png|json|woff2?)$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.json', '.d.ts'] },
  },
};
