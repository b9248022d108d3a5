import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEncrypted } from '../../electron/db/pragmas';
import { FLOOR, Keyring, VAULT_FILE, type KeySession, type Vault, type VaultOptions } from '../../electron/vault';

export const PASSWORDS = { director: 'семь синих чайников', psychologist: 'тихий берег у сосны', educator: 'варежка на заборе 5' } as const;

/** A data folder of its own, a clock that only moves when told, and the lowest cost that the vault accepts. */
export class VaultFolder {
  readonly dir = mkdtempSync(join(tmpdir(), 'tirek-vault-'));
  now = new Date('2026-03-02T08:00:00.000Z');
  readonly options: VaultOptions = { clock: () => this.now, kdf: FLOOR };

  /** The same folder again, as a restored copy would be: making people anew costs an Argon2id each. */
  copy(): VaultFolder {
    const twin = new VaultFolder();
    cpSync(this.dir, twin.dir, { recursive: true });
    twin.now = this.now;
    return twin;
  }

  wait(ms: number): void {
    this.now = new Date(this.now.getTime() + ms);
  }

  open(more: VaultOptions = {}): Keyring {
    return Keyring.open(this.dir, { ...this.options, ...more });
  }

  path(name: string): string {
    return join(this.dir, name);
  }

  read(name = 'keyring.json'): Buffer {
    return readFileSync(this.path(name));
  }

  write(bytes: Buffer | string, name = 'keyring.json'): void {
    writeFileSync(this.path(name), bytes);
  }

  /** Fills a vault's file with rows to be found again; the markers are what a thief would look for. */
  fill(session: KeySession, vault: Vault, rows = 50): void {
    const key = session.vaultKey(vault);
    if (!key) throw new Error(`no key of ${vault}`);
    const db = openEncrypted(this.path(VAULT_FILE[vault]), key);
    key.fill(0);
    db.exec(
      'CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, text TEXT, big INTEGER, body BLOB); CREATE VIRTUAL TABLE IF NOT EXISTS note_search USING fts5(text)',
    );
    const insert = db.prepare('INSERT INTO note (text, big, body) VALUES (?, ?, ?)');
    for (let row = 0; row < rows; row += 1) insert.run(`МАРКЕР-${vault}-${String(row)}`, 9007199254740993n, Buffer.from([row, 0, 255]));
    db.prepare('INSERT INTO note_search (text) VALUES (?)').run('поиск по слову');
    db.close();
  }

  /** Rows that a key opens; undefined when it opens nothing. */
  rows(vault: Vault, key: Buffer | undefined): number | undefined {
    if (!key || !existsSync(this.path(VAULT_FILE[vault]))) return undefined;
    try {
      const db = openEncrypted(this.path(VAULT_FILE[vault]), key, { mustExist: true });
      const { count } = db.prepare('SELECT count(*) AS count FROM note').get() as { count: number };
      db.close();
      return count;
    } catch {
      return undefined;
    }
  }

  destroy(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}

export interface People {
  keyring: Keyring;
  director: KeySession;
  recoveryOrg: string;
}

export async function withDirector(folder: VaultFolder): Promise<People> {
  const { keyring, session, recoveryText } = await Keyring.create(
    folder.dir,
    { userId: randomUUID(), name: 'Сауле Ахметова', password: PASSWORDS.director },
    folder.options,
  );
  return { keyring, director: session, recoveryOrg: recoveryText };
}

/** Adds a colleague by a one-time code, as it happens in life. */
export async function addColleague(keyring: Keyring, by: KeySession, name: string, password: string): Promise<KeySession> {
  const { code } = keyring.invite(by, { userId: randomUUID(), name });
  return keyring.acceptInvitation(name, code, password);
}

export async function signIn(keyring: Keyring, name: string, password: string): Promise<KeySession> {
  const result = await keyring.unlock(name, password);
  if (result.kind !== 'open') throw new Error(`sign-in: ${result.kind}`);
  return result.session;
}
