// `npm start` as a person meets it, with stand-ins for the window: a "browser" and an "Electron" that note how they were called.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { ensureBuilt } from '../config/tasks/lib/build.mjs';
import { rawHttp } from '../support/raw-http';
import { root } from '../support/sources';

let folder: string;

beforeAll(async () => {
  expect(await ensureBuilt()).toBe(true);
}, 120_000);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tirek-start-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Sitting {
  output: () => string;
  /** Waits until the output holds the text; gives up after the ten seconds that a person is promised. */
  says: (text: string) => Promise<string>;
  interrupt: () => void;
  ended: Promise<number | null>;
}

function start(options: string[], env: Record<string, string> = {}): Sitting {
  const bare = {
    ...process.env,
    DISPLAY: '',
    WAYLAND_DISPLAY: '',
    ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'no-electron'),
    XDG_CONFIG_HOME: join(folder, 'config'),
  };
  const child = spawn(process.execPath, [join(root, 'test/config/run.mjs'), 'start', ...options], { env: { ...bare, ...env } });
  let output = '';
  let heard: () => void = () => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      heard();
    });
  }
  const ended = new Promise<number | null>((done) => child.on('close', done));
  return {
    output: () => output,
    says: (text) =>
      new Promise((done, fail) => {
        const late = setTimeout(() => {
          fail(new Error(`not said within 10 s: ${text}\n${output}`));
        }, 10_000);
        heard = () => {
          if (!output.includes(text)) return;
          clearTimeout(late);
          done(output);
        };
        heard();
      }),
    interrupt: () => child.kill('SIGINT'),
    ended,
  };
}

/** An executable that writes down its arguments, one a line. */
function standIn(name: string, then: string): { file: string; calledWith: () => string[] } {
  const file = join(folder, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/called"\n${then}\n`);
  chmodSync(file, 0o755);
  return { file, calledWith: () => readFileSync(join(folder, 'called'), 'utf8').trim().split('\n') };
}

const addressIn = (text: string): string => /http:\/\/127\.0\.0\.1:\d+\/launch\?t=[0-9a-f]{64}/.exec(text)?.[0] ?? '';

it('without Electron and without a display it says so plainly, prints an address that works once, and ends cleanly', async () => {
  const sitting = start(['--data', join(folder, 'data')]);
  const text = await sitting.says('/launch?t=');
  expect(text).toContain('There is no Electron binary here');
  const address = new URL(addressIn(text));
  expect((await rawHttp(address.origin, { path: address.pathname + address.search })).status).toBe(303);
  expect((await rawHttp(address.origin, { path: address.pathname + address.search })).status).toBe(403);
  sitting.interrupt();
  expect(await sitting.ended).toBe(0);
  expect(existsSync(join(folder, 'data'))).toBe(true);
});

it('opens an installed browser as an application window with a profile of its own that is gone afterwards', async () => {
  const browser = standIn('chrome', 'exit 0');
  const sitting = start(['--browser', '--data', join(folder, 'data')], { DISPLAY: ':99', PLAYWRIGHT_CHROMIUM: browser.file });
  expect(await sitting.ended).toBe(0);
  const called = browser.calledWith();
  expect(called.find((argument) => argument.startsWith('--app='))).toMatch(/^--app=http:\/\/127\.0\.0\.1:\d+\/launch\?t=[0-9a-f]{64}$/);
  const profile = called.find((argument) => argument.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length) ?? '';
  expect(profile.startsWith(join(folder, 'data'))).toBe(false);
  expect(existsSync(profile)).toBe(false);
  expect(called.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
});

it('opens the window where there is an Electron binary, on the folder that was asked for', async () => {
  const electron = standIn('dist/electron', 'exit 0');
  const sitting = start(['--data', join(folder, 'data')], { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'dist') });
  expect(await sitting.ended).toBe(0);
  expect(electron.calledWith().slice(-2)).toEqual([root, `--data=${join(folder, 'data')}`]);
});

it('goes on in the browser host when the window cannot be shown', async () => {
  standIn('dist/electron', 'exit 3');
  const sitting = start(['--data', join(folder, 'data')], { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'dist') });
  expect(addressIn(await sitting.says('/launch?t='))).not.toBe('');
  expect(sitting.output()).toContain('could not be shown');
  sitting.interrupt();
  expect(await sitting.ended).toBe(0);
});

it('takes the folder of the application data when none is named', async () => {
  const sitting = start(['--no-open']);
  await sitting.says('/launch?t=');
  expect(sitting.output()).toContain(`Data folder: ${join(folder, 'config/Tirek')}`);
  sitting.interrupt();
  await sitting.ended;
});
