import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { openEncrypted, type Connection } from './pragmas';
import type { FileWorkAnswer, FileWorkRequest, TableHash } from './file-work.types';

/*
 * Long work on whole database files, off the main thread. One request per message, one worker per job: cancelling ends
 * the worker, which leaves at worst an unfinished copy that its owner deletes.
 */
const port = parentPort;
const tell = (answer: FileWorkAnswer): void => port?.postMessage(answer);

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function vacuumInto(db: Connection, target: string): void {
  db.prepare('VACUUM INTO ?').run(target);
}

function rekey(db: Connection, newKey: Buffer): void {
  // In WAL mode the old pages would stay readable under the old key in the -wal file until a checkpoint.
  db.pragma('journal_mode=DELETE');
  const spelled = Buffer.concat([Buffer.from('raw:', 'ascii'), Buffer.from(newKey.toString('hex'), 'ascii')]);
  try {
    db.rekey(spelled);
  } finally {
    spelled.fill(0);
  }
}

/** Reads the file through b-tree check and every row: each page's authentication tag is verified on the way. */
function verifyEveryPage(db: Connection): void {
  const answer = db.pragma('integrity_check') as { integrity_check: string }[];
  if (answer.length !== 1 || answer[0]?.integrity_check !== 'ok') throw new Error(`integrity: ${String(answer.length)} findings`);
  const broken = db.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new Error(`foreign keys: ${String(broken.length)} findings`);
}

function tablesOf(db: Connection): string[] {
  const rows = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name").all() as {
    name: string;
  }[];
  return rows.map((row) => row.name);
}

type Value = string | bigint | number | Buffer | null;

function put(hash: ReturnType<typeof createHash>, value: Value): void {
  if (value === null) hash.update('n');
  else if (Buffer.isBuffer(value)) hash.update(`b${String(value.length)}:`).update(value);
  else {
    const text = String(value);
    hash.update(`${typeof value === 'string' ? 't' : 'i'}${String(Buffer.byteLength(text))}:`).update(text);
  }
}

/** Row count and content hash of each table, in the table's own order, which VACUUM INTO keeps. */
function hashTable(db: Connection, table: string, step: (rows: number) => void): TableHash {
  const hash = createHash('sha256');
  let rows = 0;
  const statement = db
    .prepare(`SELECT * FROM ${quoted(table)}`)
    .raw(true)
    .safeIntegers(true);
  for (const row of statement.iterate() as IterableIterator<Value[]>) {
    for (const value of row) put(hash, value);
    hash.update('\n');
    rows += 1;
    if (rows % 5000 === 0) step(rows);
  }
  return { table, rows, hash: hash.digest('hex') };
}

function tableHashes(db: Connection): TableHash[] {
  const tables = tablesOf(db);
  return tables.map((table, at) => {
    tell({ kind: 'progress', done: at, total: tables.length });
    return hashTable(db, table, () => {
      tell({ kind: 'progress', done: at, total: tables.length });
    });
  });
}

function perform(request: FileWorkRequest, keys: Buffer[]): TableHash[] {
  const key = Buffer.from(request.key);
  keys.push(key);
  const db = openEncrypted(request.file, key, { mustExist: true, readonly: request.work === 'verify', cacheMiB: 64 });
  try {
    if (request.work === 'vacuum-into') {
      vacuumInto(db, request.target);
      return [];
    }
    if (request.work === 'rekey') {
      const newKey = Buffer.from(request.newKey);
      keys.push(newKey);
      rekey(db, newKey);
      return [];
    }
    verifyEveryPage(db);
    return tableHashes(db);
  } finally {
    db.close();
  }
}

port?.once('message', (request: FileWorkRequest) => {
  const keys: Buffer[] = [];
  try {
    tell({ kind: 'done', tables: perform(request, keys) });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    tell({ kind: 'failed', code: code ?? 'FILE.FAILED', message });
  } finally {
    for (const key of keys) key.fill(0);
    request.key.fill(0);
    if (request.work === 'rekey') request.newKey.fill(0);
  }
});
