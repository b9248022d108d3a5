import { createHash, randomInt } from 'node:crypto';
import { cpSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addColleague, PASSWORDS, signIn, VaultFolder, withDirector, type People } from '../../test/support/vault-folder';
import { Keyring, type KeySession } from './index';
import { parseKeyring, serialise, type KeyringFile } from './keyring-format';
import { keyringMac } from './keyring-store';
import { newBundle, wrapBundle } from './private-bundle';

const DIRECTOR = 'Сауле Ахметова';
const MARAT = 'Марат Оспанов';

let folder: VaultFolder;
let people: People;
let psychologist: KeySession;
let second: KeySession;
let recoveryClin: string;

beforeAll(async () => {
  folder = new VaultFolder();
  people = await withDirector(folder);
  psychologist = await addColleague(people.keyring, people.director, MARAT, PASSWORDS.psychologist);
  second = await addColleague(people.keyring, people.director, 'Айша Ли', PASSWORDS.educator);
  recoveryClin = people.keyring.createClinicalVaultKey(psychologist).recoveryText;
  people.keyring.grant(psychologist, second.userId, 'clinical', people.keyring.fingerprint(second.userId).ru);
  people.keyring.setAnchor(psychologist, 'clinical', { seq: 5, mac: 'cd'.repeat(32), generation: 2 });
  people.keyring.resetPassword(people.director, second.userId);
});
afterAll(() => {
  folder.destroy();
});

/** The folder with another keyring in it, and no older generation to fall back on. */
function tampered(bytes: Buffer): VaultFolder {
  const copy = new VaultFolder();
  cpSync(folder.dir, copy.dir, { recursive: true });
  copy.write(bytes);
  copy.write(bytes, 'keyring.prev.json');
  return copy;
}

/** What an edit with a correct checksum leads to at the next sign-in. */
async function signInAfter(change: (file: KeyringFile) => void, name = DIRECTOR, password: string = PASSWORDS.director): Promise<string> {
  const file = parseKeyring(folder.read());
  change(file);
  const copy = tampered(serialise(file));
  try {
    const result = await copy.open().unlock(name, password);
    return result.kind === 'open' ? `open ${result.session.notices.map((notice) => notice.code).join()}`.trim() : result.kind;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    copy.destroy();
  }
}

const userNamed = (file: KeyringFile, name: string): KeyringFile['body']['users'][number] => {
  const user = file.body.users.find((one) => one.name === name);
  if (!user) throw new Error(name);
  return user;
};

describe('accidents', () => {
  it('2,000 sampled single-bit flips are all found before a password is asked', () => {
    const bytes = folder.read();
    for (let sample = 0; sample < 2000; sample += 1) {
      const bit = randomInt(bytes.length * 8);
      const copy = Buffer.from(bytes);
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => parseKeyring(copy)).toThrow('KEYRING.DAMAGED');
    }
  });

  it('a file cut at any length is damaged', () => {
    const bytes = folder.read();
    for (let length = 0; length < bytes.length; length += 7) expect(() => parseKeyring(bytes.subarray(0, length))).toThrow('KEYRING.DAMAGED');
  });
});

const signed = (text: string): Buffer => Buffer.from(`${text}\n${createHash('sha256').update(text).digest('hex')}\n`);

describe('shape', () => {
  const text = (): string => folder.read().toString('utf8').split('\n')[0] ?? '';

  it.each([
    ['__proto__ in the body', (json: string) => json.replace('"body":{', '"body":{"__proto__":{"x":1},')],
    ['an unknown key', (json: string) => json.replace('"body":{', '"body":{"extra":1,')],
    ['a key given twice', (json: string) => json.replace('"rotation":null', '"rotation":null,"rotation":null')],
    ['white space', (json: string) => json.replace('"format":1', '"format": 1')],
    ['a number written otherwise', (json: string) => json.replace('"format":1', '"format":1.0')],
    ['a missing part', (json: string) => json.replace(',"rotation":null', '')],
    ['no object', () => '[]'],
  ])('with %s is refused', (_what, change) => {
    const changed = change(text());
    expect(changed).not.toBe(text());
    expect(() => parseKeyring(signed(changed))).toThrow('KEYRING.DAMAGED');
  });

  it('of a newer program is named as such', () => {
    expect(() => parseKeyring(signed(text().replace('"format":1', '"format":2')))).toThrow('KEYRING.NEWER');
  });

  it('of a newer program is not believed when the checksum does not hold', () => {
    expect(() => parseKeyring(Buffer.from(folder.read().toString('utf8').replace('"format":1', '"format":2')))).toThrow('KEYRING.DAMAGED');
  });

  it.each([
    ['memory', 63],
    ['memory', 100_000],
    ['passes', 1],
    ['lanes', 1],
  ] as const)('with Argon2 %s of %i is refused', (name, value) => {
    const file = parseKeyring(folder.read());
    const { keys } = userNamed(file, DIRECTOR);
    if (keys) keys.kdf[name] = value;
    expect(() => parseKeyring(serialise(file))).toThrow('KDF.REFUSED');
  });
});

describe('edits with a correct checksum', () => {
  const edits: [string, (file: KeyringFile) => void][] = [
    [
      'a name',
      (file) => {
        userNamed(file, MARAT).name = 'Чужой';
      },
    ],
    [
      'a colleague removed',
      (file) => {
        file.body.users = file.body.users.filter((user) => user.name !== MARAT);
      },
    ],
    [
      'the order of users',
      (file) => {
        file.body.users.reverse();
      },
    ],
    [
      'a rotation mark',
      (file) => {
        file.body.vaults.records.mustRotate = true;
      },
    ],
    [
      'a confirmed sheet',
      (file) => {
        file.body.vaults.records.recovery.confirmed = true;
      },
    ],
    [
      'a version',
      (file) => {
        file.body.vaults.records.version += 1;
      },
    ],
    [
      'a generation',
      (file) => {
        file.body.generation -= 1;
      },
    ],
    [
      'two sealed grants exchanged',
      (file) => {
        const [one, other] = [userNamed(file, MARAT).grants, userNamed(file, 'Айша Ли').grants];
        [one.records, other.records] = [other.records, one.records];
      },
    ],
    [
      'the end of a code',
      (file) => {
        const { invitation } = userNamed(file, 'Айша Ли');
        if (invitation) invitation.until = '2030-01-01T00:00:00.000Z';
      },
    ],
    [
      'an anchor',
      (file) => {
        if (file.body.vaults.clinical) file.body.vaults.clinical.anchor = null;
      },
    ],
    [
      'the clinical grant dropped',
      (file) => {
        userNamed(file, 'Айша Ли').grants.clinical = null;
      },
    ],
    [
      'the MAC',
      (file) => {
        file.mac = Buffer.alloc(32).toString('base64');
      },
    ],
    [
      "another vault's sheet",
      (file) => {
        file.body.vaults.records.recovery.publicKey = file.body.vaults.clinical?.recovery.publicKey ?? '';
      },
    ],
  ];

  it('none at all still opens (control)', async () => {
    expect(await signInAfter(() => undefined)).toBe('open');
  });

  it.each(edits)('%s: the sign-in is refused as altered', async (_what, change) => {
    expect(await signInAfter(change)).toBe('KEYRING.ALTERED');
  });

  it.each([
    [
      'the epoch',
      (file: KeyringFile) => {
        const { keys } = userNamed(file, DIRECTOR);
        if (keys) keys.epoch += 1;
      },
    ],
    [
      'the salt',
      (file: KeyringFile) => {
        const { keys } = userNamed(file, DIRECTOR);
        if (keys) keys.kdf.salt = Buffer.alloc(16).toString('base64');
      },
    ],
    [
      'a cheaper cost above the floor',
      (file: KeyringFile) => {
        const { keys } = userNamed(file, DIRECTOR);
        if (keys) keys.kdf.passes = 4;
      },
    ],
    [
      "another user's wrapped keys",
      (file: KeyringFile) => {
        userNamed(file, DIRECTOR).keys = userNamed(file, MARAT).keys;
      },
    ],
    [
      "the keyring's number",
      (file: KeyringFile) => {
        file.body.keyringId = '0'.repeat(32);
      },
    ],
  ])('own %s: the password opens nothing', async (_what, change) => {
    expect(await signInAfter(change)).toBe('wrong');
  });
});

describe('an administrator who signs the file anew with the records key', () => {
  /** All that such a person can do: edit at will, then MAC with K_rec. */
  async function forge(change: (file: KeyringFile) => void | Promise<void>): Promise<VaultFolder> {
    const file = parseKeyring(folder.read());
    await change(file);
    const key = people.director.vaultKey('records') ?? Buffer.alloc(32);
    return tampered(serialise({ ...file, mac: keyringMac(key, file.body) }));
  }

  async function noticesOf(copy: VaultFolder): Promise<unknown[]> {
    const session = await signIn(copy.open(), MARAT, PASSWORDS.psychologist);
    return session.notices.filter((notice) => notice.vault === 'clinical').map(({ code, userId }) => (userId ? `${code} ${userId}` : code));
  }

  const ownKeys = async (file: KeyringFile, userId: string): Promise<NonNullable<KeyringFile['body']['users'][number]['keys']>> =>
    wrapBundle(newBundle(), {
      keyringId: file.body.keyringId,
      userId,
      password: 'пароль злоумышленника',
      cost: { memory: 64, passes: 3, lanes: 4 },
      epoch: 1,
    });

  it("is noticed by the next psychologist when a colleague's public key was exchanged", async () => {
    const copy = await forge(async (file) => {
      userNamed(file, 'Айша Ли').keys = await ownKeys(file, second.userId);
    });
    expect(await noticesOf(copy)).toEqual([`MEMBER_KEY_CHANGED ${second.userId}`]);
    copy.destroy();
  });

  it('is noticed when the clinical sheet was exchanged for his own', async () => {
    const copy = await forge((file) => {
      if (file.body.vaults.clinical) file.body.vaults.clinical.recovery.publicKey = file.body.vaults.records.recovery.publicKey;
    });
    expect(await noticesOf(copy)).toEqual(['RECOVERY_KEY_CHANGED']);
    copy.destroy();
  });

  it('is noticed when the membership list was edited to match', async () => {
    const copy = await forge(async (file) => {
      const keys = await ownKeys(file, second.userId);
      userNamed(file, 'Айша Ли').keys = keys;
      const member = file.body.vaults.clinical?.members.list.find((one) => one.userId === second.userId);
      if (member) Object.assign(member, { x25519: keys.x25519, ed25519: keys.ed25519 });
    });
    expect(await noticesOf(copy)).toContain(`MEMBER_KEY_CHANGED ${second.userId}`);
    copy.destroy();
  });

  it("is noticed when the clinical journal's head was set back", async () => {
    const copy = await forge((file) => {
      if (file.body.vaults.clinical?.anchor) file.body.vaults.clinical.anchor.seq = 1;
    });
    expect(await noticesOf(copy)).toEqual(['ANCHOR_CHANGED']);
    copy.destroy();
  });

  it("cannot pass off a grant as a psychologist's: the signature does not hold", async () => {
    const copy = await forge((file) => {
      const { clinical } = userNamed(file, MARAT).grants;
      if (clinical) clinical.signature = Buffer.alloc(64).toString('base64');
    });
    await expect(copy.open().unlock(MARAT, PASSWORDS.psychologist)).rejects.toThrow('KEYRING.ALTERED');
    copy.destroy();
  });

  it('with every file, the own password and R_org recovers no clinical key; with R_clin it opens (control)', async () => {
    folder.fill(psychologist, 'clinical');
    const director = await signIn(folder.open(), DIRECTOR, PASSWORDS.director);
    expect(director.vaultKey('clinical')).toBeUndefined();
    expect(() => folder.open().openWithRecovery('clinical', people.recoveryOrg)).toThrow('RECOVERY.OTHER_KEY');
    expect(() => folder.open().openWithRecovery('records', recoveryClin)).toThrow('RECOVERY.OTHER_KEY');
    expect(() => {
      folder.open().grant(director, director.userId, 'clinical', []);
    }).toThrow();
    expect(folder.rows('clinical', director.vaultKey('records'))).toBeUndefined();
    expect(folder.rows('clinical', folder.open().openWithRecovery('records', people.recoveryOrg))).toBeUndefined();
    const file = folder.read('clinical.db');
    expect(file.includes(Buffer.from('МАРКЕР'))).toBe(false);
    expect(folder.rows('clinical', folder.open().openWithRecovery('clinical', recoveryClin))).toBe(50);
  });

  it("resetting a psychologist's password and taking the code gets the records, never the clinical vault", async () => {
    const copy = new VaultFolder();
    cpSync(folder.dir, copy.dir, { recursive: true });
    const keyring = copy.open();
    const director = await signIn(keyring, DIRECTOR, PASSWORDS.director);
    const { code } = keyring.resetPassword(director, psychologist.userId);
    const intruder = await keyring.acceptInvitation(MARAT, code, 'пароль злоумышленника');
    expect(intruder.holds('clinical')).toBe(false);
    expect(() => {
      keyring.grant(intruder, intruder.userId, 'clinical', keyring.fingerprint(intruder.userId).ru);
    }).toThrow('VAULT.NOT_HOLDER');
    copy.destroy();
  });
});

it('a keyring of another folder is not this one: its users are not known', async () => {
  const other = new VaultFolder();
  await withDirector(other);
  const copy = tampered(other.read());
  expect(await Keyring.open(copy.dir, copy.options).unlock(MARAT, PASSWORDS.psychologist)).toMatchObject({ kind: 'wrong' });
  other.destroy();
  copy.destroy();
});
