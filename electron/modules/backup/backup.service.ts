import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { refusal } from '../../../shared/kernel/errors';
import type { BackupStatus, CheckedBackup, KnownBackup } from '../../../shared/modules/backup/backup.model';
import { standingOf } from '../../../shared/modules/backup/backup.model';
import type { z } from 'zod';
import type { ReadDb } from '../../db/types';
import type { StepsContext } from '../../ipc/context';
import type { Keyring } from '../../vault';
import {
  drillBackup,
  makeBackup,
  readHead,
  verifyOwnBackup,
  type BackupSource,
  type CheckReport,
  type MadeBackup,
  type RestoreHost,
} from '../../vault/backup';
import { headOf } from '../audit';
import { administratorsOf, knownBackups, lastBackupAt, lastDrillAt, organisationName, rememberBackup, rememberDrill } from './backup.repository';
import type { BackupDesk } from './desk';
import { requireTarget } from './places';

const DAY = 86_400_000;
export const CHECK_FOLDER = 'drill-work';

export function statusOf(db: ReadDb, now: Date): z.infer<typeof BackupStatus> {
  const lastAt = lastBackupAt(db);
  const sinceDays = lastAt === null ? null : Math.max(0, Math.floor((now.getTime() - Date.parse(lastAt)) / DAY));
  return { standing: standingOf(sinceDays), lastAt, sinceDays, lastDrillAt: lastDrillAt(db) };
}

export async function listKnown(db: ReadDb, keyring: Keyring): Promise<KnownBackup[]> {
  const sheet = keyring.vault('records')?.recoveryPublicKey.toString('hex');
  const rows: KnownBackup[] = [];
  for (const { id, file, madeAt, size, recoveryPublicKey } of knownBackups(db)) {
    rows.push({
      id,
      file,
      madeAt,
      size,
      isThere: await stat(file).then(
        () => true,
        () => false,
      ),
      opensWithCurrentSheet: recoveryPublicKey === sheet,
    });
  }
  return rows;
}

/** One heavy job at a time: two backups would share the folder of encrypted copies. */
let running = false;
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  if (running) throw refusal('BACKUP.RUNNING');
  running = true;
  try {
    return await work();
  } finally {
    running = false;
  }
}

export async function makeHere(desk: BackupDesk, ctx: StepsContext, input: { folder: string; password: string }): Promise<MadeBackup> {
  const folder = await requireTarget(input.folder, desk.dataDir);
  const answer = await desk.keyring().checkPassword(desk.session().keys, input.password);
  if (!answer.ok) throw refusal('PASSWORD.WRONG', { seconds: Math.ceil(answer.retryAfterMs / 1000) });
  const source = ctx.read(({ db, nowIso }) => sourceOf(desk, db, ctx.actor, nowIso));
  const release = ctx.services.files.holdRemovals();
  try {
    const made = await makeBackup(source, folder, desk.host.work, ctx);
    ctx.transaction((tx) => {
      rememberBackup(
        tx.db,
        {
          id: made.id,
          file: made.file,
          madeAt: source.facts.madeAt,
          size: made.size,
          fileKey: made.fileKey.toString('base64'),
          recoveryPublicKey: publicKeyOf(source),
          head: source.heads.records,
        },
        folder,
      );
      tx.journal({
        action: 'backup.made',
        subject: 'backup',
        subjectId: made.id,
        detail: { files: made.manifest.files.length, size: made.size, clinical: made.manifest.clinical },
      });
    });
    made.fileKey.fill(0);
    desk.anchor();
    return made;
  } finally {
    source.recordsKey.fill(0);
    source.clinicalKey?.fill(0);
    await release();
  }
}

const publicKeyOf = (source: BackupSource): string => Buffer.from(source.keys.vaults.records?.recoveryPublicKey ?? '', 'base64').toString('hex');

function sourceOf(desk: BackupDesk, db: ReadDb, actor: { userId: string; name: string }, madeAt: string): BackupSource {
  const { keys, clinical } = desk.session();
  const recordsKey = keys.vaultKey('records');
  const head = headOf(db);
  if (!recordsKey || !head) throw refusal('VAULT.DAMAGED');
  return {
    dataDir: desk.dataDir,
    recordsKey,
    clinicalKey: clinical ? keys.vaultKey('clinical') : undefined,
    keys: desk.keyring().exportForBackup(),
    heads: { records: head, clinical: clinical ? headOf(clinical.db) : null },
    facts: {
      program: desk.version,
      madeAt,
      madeBy: { id: actor.userId, name: actor.name },
      organisation: organisationName(db),
      administrators: administratorsOf(db),
    },
  };
}

export async function verifyKnown(desk: BackupDesk, ctx: StepsContext, file: string): Promise<CheckedBackup> {
  const started = performance.now();
  const { id } = await readHead(file);
  const known = ctx.read(({ db }) => knownBackups(db).find((row) => row.id === id));
  if (!known) throw refusal('BACKUP.SHEET_NEEDED');
  const recordsKey = desk.session().keys.vaultKey('records');
  if (!recordsKey) throw refusal('BACKUP.SHEET_NEEDED');
  const fileKey = Buffer.from(known.fileKey, 'base64');
  try {
    const keyId = desk.keyring().vault('records')?.keyId ?? '';
    const report = await verifyOwnBackup({ file, fileKey, recordsKey, keyId }, join(desk.dataDir, CHECK_FOLDER), desk.host, ctx);
    return checked(report, started);
  } finally {
    recordsKey.fill(0);
    fileKey.fill(0);
  }
}

export async function drill(
  host: RestoreHost,
  dataDir: string,
  ctx: StepsContext,
  input: { file: string; recoveryKey: string; clinicalRecoveryKey?: string | undefined },
): Promise<CheckedBackup> {
  const started = performance.now();
  const order = { file: input.file, recoveryText: input.recoveryKey, clinicalRecoveryText: input.clinicalRecoveryKey };
  const report = await drillBackup(order, join(dataDir, CHECK_FOLDER), host, ctx);
  ctx.transaction((tx) => {
    rememberDrill(tx.db, tx.nowIso);
    tx.journal({
      action: 'backup.drilled',
      subject: 'backup',
      subjectId: report.manifest.id,
      detail: { files: report.files, clinical: report.clinical },
    });
  });
  return checked(report, started);
}

export const rowsIn = (manifest: { rows: { records: Record<string, number> } }): number =>
  Object.values(manifest.rows.records).reduce((sum, rows) => sum + rows, 0);

function checked(report: CheckReport, started: number): CheckedBackup {
  const { manifest, files, bytes, clinical } = report;
  return {
    madeAt: manifest.madeAt,
    organisation: manifest.organisation,
    files,
    bytes,
    rows: rowsIn(manifest),
    clinical,
    seconds: Math.round((performance.now() - started) / 100) / 10,
  };
}
