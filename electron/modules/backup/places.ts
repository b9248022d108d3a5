import { constants } from 'node:fs';
import { access, readdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { refusal } from '../../../shared/kernel/errors';
import type { Place } from '../../../shared/modules/backup/backup.model';
import { inspectPlace } from '../../vault';
import { ENDING } from '../../vault/backup';

const LIMIT = 500;

/** The folder as the disk knows it. A relative path would depend on where the program was started from. */
export async function requireFolder(typed: string): Promise<string> {
  const wanted = /^~(?=$|[/\\])/.test(typed) ? join(homedir(), typed.slice(1)) : typed;
  if (!isAbsolute(wanted) || wanted.includes('\0')) throw refusal('BACKUP.FOLDER_MISSING');
  try {
    const real = await realpath(resolve(wanted));
    if ((await stat(real)).isDirectory()) return real;
  } catch {
    // missing, or not ours to look into: the sentence is the same
  }
  throw refusal('BACKUP.FOLDER_MISSING');
}

/** Backups beside the data would be lost with it, and would be backed up themselves. */
export async function requireTarget(typed: string, dataDir: string): Promise<string> {
  const folder = await requireFolder(typed);
  if (isInside(folder, await realpath(dataDir))) throw refusal('BACKUP.FOLDER_IS_DATA');
  if (!(await isWritable(folder))) throw refusal('FOLDER.READ_ONLY');
  return folder;
}

export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

export async function lookInto(typed: string, dataDir: string): Promise<Place> {
  const folder = await requireFolder(typed);
  const names = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders = names
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => ({ name: entry.name, path: join(folder, entry.name) }));
  const backups: Place['backups'] = [];
  for (const entry of names.filter((one) => one.isFile() && one.name.endsWith(ENDING)).slice(0, LIMIT)) {
    const facts = await stat(join(folder, entry.name)).catch(() => null);
    if (facts) backups.push({ file: join(folder, entry.name), name: entry.name, size: facts.size, changedAt: facts.mtime.toISOString() });
  }
  const parent = dirname(folder);
  return {
    folder,
    parent: parent === folder ? null : parent,
    folders: folders.sort((a, b) => a.name.localeCompare(b.name)).slice(0, LIMIT),
    backups: backups.sort((a, b) => b.changedAt.localeCompare(a.changedAt)),
    writable: await isWritable(folder),
    warnings: await warningsFor(folder, dataDir),
  };
}

async function warningsFor(folder: string, dataDir: string): Promise<Place['warnings']> {
  const warnings: Place['warnings'] = [];
  const place = inspectPlace(folder);
  if (place !== 'ok') warnings.push(place);
  const device = async (path: string): Promise<number | null> =>
    stat(path).then(
      (facts) => facts.dev,
      () => null,
    );
  if ((await device(folder)) === (await device(dataDir))) warnings.push('same-disk');
  return warnings;
}

/** access() does not tell the truth everywhere (Windows attributes, root); writing does. */
async function isWritable(folder: string): Promise<boolean> {
  const probe = join(folder, `.tirek-${String(process.pid)}.probe`);
  try {
    await access(folder, constants.W_OK);
    await writeFile(probe, '', { flag: 'wx' });
    await rm(probe);
    return true;
  } catch {
    return false;
  }
}

interface Suggestion {
  folder: string;
  kind: 'last' | 'drive' | 'documents' | 'home';
}

/** Where a backup could go: the last folder, plugged-in drives, documents, home. */
export async function suggestPlaces(last: string | null): Promise<Suggestion[]> {
  const found: Suggestion[] = last ? [{ folder: last, kind: 'last' }] : [];
  for (const folder of await drives()) found.push({ folder, kind: 'drive' });
  for (const name of ['Documents', 'Документы', 'Құжаттар']) found.push({ folder: join(homedir(), name), kind: 'documents' });
  found.push({ folder: homedir(), kind: 'home' });
  const seen = new Set<string>();
  const usable: Suggestion[] = [];
  for (const place of found) {
    const real = await requireFolder(place.folder).catch(() => null);
    if (real === null || seen.has(real)) continue;
    seen.add(real);
    usable.push({ ...place, folder: real });
  }
  return usable;
}

async function drives(): Promise<string[]> {
  if (process.platform === 'win32') return [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`);
  const roots = process.platform === 'darwin' ? ['/Volumes'] : [`/media/${process.env.USER ?? ''}`, `/run/media/${process.env.USER ?? ''}`];
  const found: string[] = [];
  for (const root of roots) for (const name of await readdir(root).catch(() => [] as string[])) found.push(join(root, name));
  return found;
}
