// The rules of the tree, each tried on a tree that breaks it: a boundary whose tool never says no is not a boundary.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../support/sources';

const FILES: Record<string, string> = {
  'electron/modules/children/index.ts': 'export const children = 1;',
  'electron/modules/children/children.service.ts': "import { documents } from '../documents'; export const a = documents;",
  'electron/modules/documents/index.ts': 'export const documents = 1;',
  'electron/modules/documents/documents.repository.ts': "import { inside } from '../children/inside'; export const b = inside;",
  'electron/modules/children/inside.ts': 'export const inside = 1;',
  'electron/modules/zoo/zoo.service.ts': "import '../children'; export const zoo = 1;",
  'electron/services/clock.ts': "import { app } from 'electron'; import { page } from '../../renderer/app/page'; export const c = [app, page];",
  'electron/services/rows.ts': "import { DataSource } from 'typeorm'; export const d = DataSource;",
  'electron/services/one.ts': "import { two } from './two'; export const one = (): number => two;",
  'electron/services/two.ts': "import { one } from './one'; export const two = one();",
  'electron/services/alone.ts': 'export const alone = 1;',
  'electron/services/tool.ts': "import ts from 'typescript'; export const f = ts;",
  'electron/tirek.ts': "import { start } from './ipc/http-host/server'; export const g = start;",
  'electron/ipc/http-host/server.ts': 'export const start = 1;',
  'renderer/app/page.ts': "import { readFileSync } from 'node:fs'; export const page = readFileSync;",
  'renderer/ui/table.ts': "import { list } from '../modules/children/list'; export const h = list;",
  'renderer/modules/children/list.ts': "import { paper } from '../documents/paper'; export const list = paper;",
  'renderer/modules/documents/paper.ts': "import { children } from '../../../electron/modules/children'; export const paper = children;",
  'shared/kernel/text.ts':
    "import { alone } from '../../electron/services/alone2'; import { join } from 'node:path'; export const i = [alone, join];",
  'electron/services/alone2.ts': 'export const alone = 1;',
  'package.json': '{"name":"broken","dependencies":{"typeorm":"1"},"devDependencies":{"typescript":"6","electron":"45"}}',
  'tsconfig.json': '{"compilerOptions":{"module":"ESNext","moduleResolution":"bundler","target":"ES2024"}}',
};

let folder: string;
let broken: Map<string, string[]>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tirek-boundaries-'));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const name of ['typeorm', 'electron', 'typescript']) {
    mkdirSync(join(folder, 'node_modules', name), { recursive: true });
    writeFileSync(join(folder, 'node_modules', name, 'package.json'), `{"name":"${name}","version":"1.0.0","main":"index.js"}`);
    writeFileSync(join(folder, 'node_modules', name, 'index.js'), 'module.exports = {};');
  }
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout } = spawnSync(
    process.execPath,
    [tool, '-c', join(root, 'test/config/dependency-cruiser.cjs'), '-T', 'json', 'electron', 'renderer', 'shared'],
    { cwd: folder, encoding: 'utf8' },
  );
  const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  broken = new Map();
  for (const { rule, from } of summary.violations) broken.set(rule.name, [...(broken.get(rule.name) ?? []), from]);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  ['order-children', 'electron/modules/children/children.service.ts'],
  ['through-the-index', 'electron/modules/documents/documents.repository.ts'],
  ['known-modules-only', 'electron/modules/zoo/zoo.service.ts'],
  ['electron-only-in-the-shell', 'electron/services/clock.ts'],
  ['floors-electron', 'electron/services/clock.ts'],
  ['driver-and-orm-only-in-the-data-layer', 'electron/services/rows.ts'],
  ['no-cycles', 'electron/services/one.ts'],
  ['no-orphans', 'electron/services/alone.ts'],
  ['no-development-packages-in-the-app', 'electron/services/tool.ts'],
  ['the-host-stays-outside-the-app', 'electron/tirek.ts'],
  ['no-node-on-the-page', 'renderer/app/page.ts'],
  ['renderer-ui-knows-no-domain', 'renderer/ui/table.ts'],
  ['renderer-modules-apart', 'renderer/modules/children/list.ts'],
  ['floors-renderer', 'renderer/modules/documents/paper.ts'],
  ['shared-stands-alone', 'shared/kernel/text.ts'],
  ['shared-uses-the-language-and-zod', 'shared/kernel/text.ts'],
])('%s stops %s', (rule, file) => {
  expect(broken.get(rule)).toContain(file);
});

it('a repository may use the data layer', () => {
  expect([...(broken.get('driver-and-orm-only-in-the-data-layer') ?? [])]).toEqual(['electron/services/rows.ts']);
});
