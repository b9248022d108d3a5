import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder, writeAtomic, type StepHook } from '../atomic-file';

/** A restore is unpacked and checked here, beside the live data, before anything of the live data moves. */
export const SIDE = 'restore-work';
const INTENT = 'restore-intent.json';
const KEPT = /^before-restore-\d{4}-\d{2}-\d{2}(-\d+)?$/;

/** Everything of a data folder that belongs to one state of it and must change together. */
const MEMBERS = [
  'keyring.json',
  'keyring.prev.json',
  'records.db',
  'records.db-wal',
  'records.db-shm',
  'clinical.db',
  'clinical.db-wal',
  'clinical.db-shm',
  'blobs',
  'interface.json',
] as const;

interface Intent {
  /** Folder that takes the data of before. */
  kept: string;
  /**
   *   retire --(every old member lies in `kept`)--> place --(every new member lies in the data folder)--> gone
   * Each phase only moves what is still in its old place, so it can be repeated after a power cut at any point.
   */
  phase: 'retire' | 'place';
}

/**
 * Puts the checked side folder in the place of the live data. Before the intent is written nothing has happened; after
 * it, finishInterruptedSwap() at the next start brings it to its end. An error that leaves the program alive is undone here.
 */
export function swapIn(dataDir: string, date: string, hook: StepHook = () => undefined): string {
  const kept = freeName(dataDir, `before-restore-${date}`);
  let phase: Intent['phase'] = 'retire';
  try {
    writeIntent(dataDir, { kept, phase }, hook);
    retire(dataDir, kept, hook);
    phase = 'place';
    writeIntent(dataDir, { kept, phase }, hook);
    place(dataDir, hook);
    close(dataDir, hook);
    return kept;
  } catch (error) {
    undo(dataDir, kept);
    throw error;
  }
}

/** First thing at start-up, before the keyring is looked at: finishes a swap, or clears what a restore left unfinished. */
export function finishInterruptedSwap(dataDir: string): 'nothing' | 'finished' | 'cleared' {
  rmSync(join(dataDir, `${INTENT}.tmp`), { force: true });
  const intent = readIntent(dataDir);
  if (intent) {
    if (intent.phase === 'retire') {
      retire(dataDir, intent.kept);
      writeIntent(dataDir, { ...intent, phase: 'place' });
    }
    place(dataDir);
    close(dataDir);
    return 'finished';
  }
  if (!existsSync(join(dataDir, SIDE))) return 'nothing';
  rmSync(join(dataDir, SIDE), { recursive: true, force: true });
  return 'cleared';
}

/** The data of before a restore, kept until somebody has signed in to the restored state. Answers what was removed. */
export async function discardKept(dataDir: string): Promise<string[]> {
  if (readIntent(dataDir)) return [];
  const names = keptFolders(dataDir);
  for (const name of names) await rm(join(dataDir, name), { recursive: true, force: true });
  return names;
}

export const hasUnfinishedSwap = (dataDir: string): boolean => existsSync(join(dataDir, INTENT));

const keptFolders = (dataDir: string): string[] =>
  readdirSync(dataDir)
    .filter((name) => KEPT.test(name))
    .sort();

function retire(dataDir: string, kept: string, hook: StepHook = () => undefined): void {
  mkdirSync(join(dataDir, kept), { recursive: true, mode: 0o700 });
  moveMembers(dataDir, join(dataDir, kept), 'retire', hook);
  syncFolder(dataDir);
}

function place(dataDir: string, hook: StepHook = () => undefined): void {
  moveMembers(join(dataDir, SIDE), dataDir, 'place', hook);
  syncFolder(dataDir);
}

function moveMembers(from: string, to: string, step: string, hook: StepHook): void {
  for (const name of MEMBERS) {
    if (!existsSync(join(from, name))) continue;
    hook(`${step} ${name}`);
    renameSync(join(from, name), join(to, name));
  }
}

function close(dataDir: string, hook: StepHook = () => undefined): void {
  hook('close');
  rmSync(join(dataDir, INTENT), { force: true });
  syncFolder(dataDir);
  hook('clean');
  try {
    rmSync(join(dataDir, SIDE), { recursive: true, force: true });
  } catch {
    // The restore is complete; the empty folder is cleared at the next start.
  }
}

/** Back to the state of before, as far as it moved. If even that fails, the intent stays and the next start finishes forward. */
function undo(dataDir: string, kept: string): void {
  rmSync(join(dataDir, `${INTENT}.tmp`), { force: true });
  const intent = readIntent(dataDir);
  if (!intent) return;
  if (intent.phase === 'place') {
    if (!existsSync(join(dataDir, SIDE))) return;
    moveMembersBack(dataDir, join(dataDir, SIDE));
    writeIntent(dataDir, { kept, phase: 'retire' });
  }
  if (existsSync(join(dataDir, kept))) moveMembers(join(dataDir, kept), dataDir, 'undo', () => undefined);
  rmSync(join(dataDir, INTENT), { force: true });
  rmSync(join(dataDir, kept), { recursive: true, force: true });
  syncFolder(dataDir);
}

function moveMembersBack(dataDir: string, side: string): void {
  for (const name of MEMBERS) if (existsSync(join(dataDir, name)) && !existsSync(join(side, name))) renameSync(join(dataDir, name), join(side, name));
}

function writeIntent(dataDir: string, intent: Intent, hook: StepHook = () => undefined): void {
  writeAtomic(join(dataDir, INTENT), Buffer.from(JSON.stringify(intent), 'utf8'), (step) => {
    hook(`intent ${intent.phase} ${step}`);
  });
}

function readIntent(dataDir: string): Intent | null {
  const file = join(dataDir, INTENT);
  if (!existsSync(file)) return null;
  const intent = JSON.parse(readFileSync(file, 'utf8')) as Intent;
  if (!KEPT.test(intent.kept) || (intent.phase !== 'retire' && intent.phase !== 'place')) throw new Error('the note of a restore is damaged');
  return intent;
}

function freeName(dataDir: string, wanted: string): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? wanted : `${wanted}-${String(n)}`;
    if (!existsSync(join(dataDir, name))) return name;
  }
}
