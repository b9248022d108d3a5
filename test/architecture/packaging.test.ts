// Slow (some 20 s): packs the real program against a stand-in for Electron's distribution and looks inside. It proves what is
// in the package and what is not; that the package starts can only be seen with a true Electron.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, Platform, type Configuration } from 'electron-builder';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../config/tasks/lib/build.mjs';
import { asarFiles } from '../support/asar';
import { readSource, root } from '../support/sources';

const config = load(readSource('electron-builder.yml')) as Configuration;
let folder: string;
let files: { path: string; isUnpacked: boolean }[];

/** An "Electron" that is a copy of /bin/true with the files beside it that electron-builder expects. */
function standInDistribution(path: string): string {
  mkdirSync(join(path, 'locales'), { recursive: true });
  mkdirSync(join(path, 'resources'));
  copyFileSync('/bin/true', join(path, 'electron'));
  chmodSync(join(path, 'electron'), 0o755);
  const { devDependencies } = JSON.parse(readSource('package.json')) as { devDependencies: Record<string, string> };
  writeFileSync(join(path, 'version'), String(devDependencies.electron));
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak', 'locales/ru.pak', 'locales/de.pak'])
    writeFileSync(join(path, name), '');
  return path;
}

beforeAll(async () => {
  expect(await ensureBuilt()).toBe(true);
  folder = mkdtempSync(join(tmpdir(), 'tirek-package-'));
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    // The stand-in has no fuses to set; their values are read from the file by electron-shell.test.ts.
    config: {
      ...config,
      electronFuses: null,
      electronDist: standInDistribution(join(folder, 'electron')),
      directories: { ...config.directories, output: join(folder, 'dist') },
    },
  });
  files = asarFiles(join(folder, 'dist/linux-unpacked/resources/app.asar'));
}, 180_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const has = (path: string): boolean => files.some((file) => file.path === path);
const matching = (pattern: RegExp): string[] => files.filter((file) => pattern.test(file.path)).map((file) => file.path);

describe('the package', () => {
  it('holds the program, its preload, its workers, its page and its resources', () => {
    for (const path of ['package.json', 'LICENSE', 'out/main/main.js', 'out/main/preload.cjs', 'out/renderer/index.html'])
      expect(has(path), path).toBe(true);
    expect(matching(/^out\/main\/[\w-]+\.worker\.js$/).length).toBeGreaterThan(0);
    expect(matching(/^out\/renderer\/assets\/.+\.js$/).length).toBeGreaterThan(0);
    expect(matching(/^resources\/fonts\/.+\.ttf$/).length).toBeGreaterThan(0);
  });

  it('has a preload that asks for nothing but electron, for the sandbox gives it nothing else', () => {
    const asked = [...readSource('out/main/preload.cjs').matchAll(/\brequire\(["']([^"']+)["']\)/g)].map(([, name]) => name);
    expect(new Set(asked)).toEqual(new Set(['electron']));
  });

  it('starts with the file that package.json names', () => {
    expect(has((JSON.parse(readSource('package.json')) as { main: string }).main)).toBe(true);
  });

  it('holds no browser host, no source, no test and no demonstration data', () => {
    expect(matching(/^out\/(?!main\/|renderer\/)/)).toEqual([]);
    expect(matching(/(^|\/)host\.js$/)).toEqual([]);
    expect(matching(/^(electron|renderer|shared|test|\.ci|\.git)\//)).toEqual([]);
    expect(matching(/^resources\/demo\//)).toEqual([]);
    expect(matching(/(\.map|\.d\.[mc]?ts|\.tsx?|\.test\.js)$/)).toEqual([]);
  });

  it('holds the packages that the main process asks for, and none that only built the page', () => {
    for (const name of ['typeorm', 'better-sqlite3-multiple-ciphers', 'zod', 'pdfmake', 'reflect-metadata'])
      expect(has(`node_modules/${name}/package.json`), name).toBe(true);
    for (const name of ['react', 'react-dom', '@mui/material', 'pdfjs-dist', 'electron', 'vite', 'typescript', 'node', '@playwright/test', 'vitest'])
      expect(matching(new RegExp(`^node_modules/${name}/`)), name).toEqual([]);
    expect(matching(/^node_modules\/better-sqlite3-multiple-ciphers\/(deps|src)\//)).toEqual([]);
  });

  it('lays native modules beside the archive, for the system cannot load them from inside', () => {
    const native = files.filter(({ path }) => path.endsWith('.node'));
    expect(native.length).toBeGreaterThan(0);
    expect(native.filter(({ isUnpacked }) => !isUnpacked)).toEqual([]);
    for (const { path } of native) expect(existsSync(join(folder, 'dist/linux-unpacked/resources/app.asar.unpacked', path)), path).toBe(true);
  });

  it('has every package that its own code imports, each able to load with only what was packed', () => {
    const needed = new Set<string>();
    for (const path of matching(/^out\/main\/.+\.js$/)) {
      for (const [, name] of readSource(path).matchAll(/^import (?:[^'"]*? from )?["']([^'"]+)["']/gm)) {
        if (name && !name.startsWith('.') && !name.startsWith('node:') && name !== 'electron') needed.add(name);
      }
    }
    expect(needed.size).toBeGreaterThan(0);
    const { extractAll } = createRequire(join(root, 'node_modules/app-builder-lib/package.json'))('@electron/asar') as {
      extractAll: (archive: string, to: string) => void;
    };
    extractAll(join(folder, 'dist/linux-unpacked/resources/app.asar'), join(folder, 'app'));
    writeFileSync(join(folder, 'app/load.mjs'), [...needed].map((name) => `await import(${JSON.stringify(name)});`).join('\n'));
    const { status, stderr } = spawnSync(process.execPath, [join(folder, 'app/load.mjs')], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});

describe('electron-builder.yml', () => {
  interface Validator {
    validateConfiguration: (config: unknown, log: unknown) => Promise<void>;
  }
  const validate = async (given: unknown): Promise<void> => {
    const require = createRequire(join(root, 'node_modules/electron-builder/package.json'));
    const { validateConfiguration } = require('app-builder-lib/out/util/config/config') as Validator;
    const { DebugLogger } = require('builder-util') as { DebugLogger: new (isEnabled: boolean) => unknown };
    await validateConfiguration(given, new DebugLogger(false));
  };

  it('is valid for the pinned electron-builder', async () => {
    await expect(validate(config)).resolves.toBeUndefined();
  });

  it('would not pass with a misspelled key', async () => {
    await expect(validate({ ...config, asarUnpak: ['x'] })).rejects.toThrow('asarUnpak');
  });

  it('builds the four installers, updates nothing, and leaves the records when it is uninstalled', () => {
    expect([config.win?.target, config.mac?.target, config.linux?.target]).toEqual([['nsis'], ['dmg'], ['AppImage', 'deb']]);
    expect(config.publish).toBeNull();
    expect(config.nsis?.deleteAppDataOnUninstall).toBe(false);
  });
});
