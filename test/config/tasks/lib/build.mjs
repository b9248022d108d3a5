import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root, script } from './paths.mjs';
import { runCaptured } from './process.mjs';

const STAMP = join(root, 'out/.built');
const LOCK = join(root, 'out/.building');
const SOURCES = ['electron', 'renderer', 'shared', 'resources', 'test/config'];

/** One fingerprint over every source's path, size and time: equal means that out/ is what these sources give. */
function fingerprint() {
  const hash = createHash('sha256');
  const lines = [];
  for (const folder of SOURCES) {
    if (!existsSync(join(root, folder))) continue;
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || /\.test\.tsx?$/.test(entry.name)) continue;
      const path = join(entry.parentPath ?? entry.path, entry.name);
      const { size, mtimeMs } = statSync(path);
      lines.push(`${path} ${size} ${mtimeMs}`);
    }
  }
  lines.push(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return hash.update(lines.sort().join('\n')).digest('hex');
}

const isFresh = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint();

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Two tasks started together must not empty each other's folders. */
async function withLock(work) {
  mkdirSync(join(root, 'out'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      const holder = existsSync(LOCK) ? Number(readFileSync(LOCK, 'utf8')) : 0;
      if (holder && !isAlive(holder)) rmSync(LOCK, { force: true });
      else await pause(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

const vite = (name) =>
  runCaptured(process.execPath, [script('vite/bin/vite.js'), 'build', '--logLevel', 'warn', '-c', `test/config/vite.${name}.config.ts`]);

/** The preload shares a folder with the main build, which empties it, so it comes after. */
async function buildNodeSide() {
  const results = [];
  for (const name of ['main', 'preload', 'host']) results.push({ name, ...(await vite(name)) });
  return results;
}

/** @returns {Promise<{ name: string, code: number, output: string }[]>} one result per part, none when nothing had changed */
export async function buildAll({ force = false } = {}) {
  return withLock(async () => {
    if (!force && isFresh()) return [];
    const before = fingerprint();
    rmSync(STAMP, { force: true });
    const [node, renderer] = await Promise.all([buildNodeSide(), vite('renderer')]);
    const results = [...node, { name: 'renderer', ...renderer }];
    if (results.every((result) => result.code === 0)) writeFileSync(STAMP, before);
    return results;
  });
}

/** Builds what is stale; prints the complaints of a part that failed. */
export async function ensureBuilt() {
  const results = await buildAll();
  const failed = results.filter((result) => result.code !== 0);
  for (const { name, output } of failed) console.error(`\nThe ${name} build failed:\n${output}`);
  return failed.length === 0;
}
