import type { ReadDb } from '../../db/types';
import type { Anchor } from '../audit';
import { knownBackups } from './backup.repository';

export { backupHandlers, restoreHandlers, restoreModule } from './backup.handlers';
export { todayOfBackup } from './backup.today';
export { restoreHost } from './restore-host';
export type { BackupDesk, RestoreDesk } from './desk';

/** Journal heads that this PC's backups carry: the journal must still agree with every one of them. */
export const headsInBackups = (records: ReadDb): Anchor[] => knownBackups(records).map((row) => row.head);
