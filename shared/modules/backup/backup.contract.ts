import { z } from 'zod';
import { command, defineModule, query } from '../../contract/define';
import { Password } from '../session/session.model';
import { BackupStatus, CheckedBackup, FolderPath, KnownBackup, MadeBackup, Place, RestorePreview, SuggestedPlace } from './backup.model';

const none = z.object({}).strict();
const RecoveryText = z.string().min(10).max(400);
const backup = { subject: 'backup', id: () => null };

const place = ['BACKUP.FOLDER_MISSING', 'BACKUP.FOLDER_IS_DATA', 'FOLDER.READ_ONLY'];
const reading = ['BACKUP.MISSING', 'BACKUP.NOT_A_BACKUP', 'BACKUP.DAMAGED', 'BACKUP.NEWER', 'DISK.FULL'];
const sheet = ['BACKUP.OTHER_RECOVERY_KEY', 'RECOVERY.WRONG_GROUP', 'RECOVERY.CHECKSUM', 'RECOVERY.OTHER_KEY'];

export const backupContract = defineModule('backup', {
  status: query({ permission: 'signed-in', input: none, output: BackupStatus }),
  places: query({ permission: 'backup.make', input: none, output: z.array(SuggestedPlace) }),
  browse: query({ permission: 'backup.make', input: z.object({ folder: FolderPath }).strict(), output: Place, errors: place }),
  list: query({ permission: 'backup.make', input: none, output: z.array(KnownBackup) }),
  make: command({
    permission: 'backup.make',
    input: z.object({ folder: FolderPath, password: Password }).strict(),
    output: MadeBackup,
    errors: [...place, 'PASSWORD.WRONG', 'DISK.FULL', 'VAULT.DAMAGED', 'BACKUP.NO_RECOVERY_KEY', 'BACKUP.RUNNING', 'JOB.CANCELLED'],
    audit: { subject: 'backup', id: (_, output) => output.id },
  }),
  /** Reads a backup of this PC to its last byte. Needs no sheet: the file's own key is kept in the records vault. */
  verify: command({
    permission: 'backup.make',
    input: z.object({ file: FolderPath }).strict(),
    output: CheckedBackup,
    errors: [...reading, 'BACKUP.SHEET_NEEDED'],
    audit: backup,
  }),
  /** Restores into a temporary folder with the sheet in hand, checks everything, and clears up. */
  drill: command({
    permission: 'backup.make',
    input: z.object({ file: FolderPath, recoveryKey: RecoveryText, clinicalRecoveryKey: RecoveryText.optional() }).strict(),
    output: CheckedBackup,
    errors: [...reading, ...sheet, 'BACKUP.NOT_ADMINISTRATOR', 'BACKUP.RUNNING'],
    audit: backup,
  }),
});

/** Before anybody has signed in: on a new PC, or when the data of this one cannot be opened. Refused during a session. */
export const restoreContract = defineModule('restore', {
  places: query({ permission: 'public', input: none, output: z.array(SuggestedPlace), errors: ['RESTORE.SIGNED_IN'] }),
  browse: query({ permission: 'public', input: z.object({ folder: FolderPath }).strict(), output: Place, errors: ['RESTORE.SIGNED_IN', ...place] }),
  /** Opens the backup with R_org and tells what is in it; nothing is written. */
  inspect: query({
    permission: 'public',
    input: z.object({ file: FolderPath, recoveryKey: RecoveryText }).strict(),
    output: RestorePreview,
    errors: ['RESTORE.SIGNED_IN', ...reading, ...sheet],
  }),
  /** The person named gets the new password; everybody else a new one-time code from that person; the clinical vault waits for R_clin. */
  run: command({
    permission: 'public',
    input: z.object({ file: FolderPath, recoveryKey: RecoveryText, administratorId: z.uuid(), password: Password }).strict(),
    output: z.object({ name: z.string(), keptFolder: z.string(), madeAt: z.string() }),
    errors: [
      'RESTORE.SIGNED_IN',
      'RESTORE.UNFINISHED',
      'BACKUP.RUNNING',
      ...reading,
      ...sheet,
      'BACKUP.NOT_ADMINISTRATOR',
      'FOLDER.READ_ONLY',
      'PASSWORD.TOO_SHORT',
      'PASSWORD.TOO_COMMON',
      'PASSWORD.TOO_LONG',
    ],
    audit: { subject: 'backup', id: () => null },
  }),
});
