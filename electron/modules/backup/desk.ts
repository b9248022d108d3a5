import type { LiveSession } from '../../ipc/live-session';
import type { Keyring } from '../../vault';
import type { RestoreHost } from '../../vault/backup';

/** What the backup's room needs of the running program. */
export interface BackupDesk {
  dataDir: string;
  version: string;
  host: RestoreHost;
  keyring(): Keyring;
  session(): LiveSession;
  /** Writes the heads of the journals into the keyring. */
  anchor(): void;
}

/** For a restore, when nobody is signed in: the folder is put in order by the program afterwards. */
export interface RestoreDesk {
  dataDir: string;
  host: RestoreHost;
  isSignedIn(): boolean;
  /** False while another Tirek works in the folder. */
  holdsFolder(): boolean;
  /** Reads the folder anew, as at a start: keyring, public facts, troubles. */
  reload(): Promise<void>;
}
