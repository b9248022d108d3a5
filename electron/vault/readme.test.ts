import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FLOOR } from './argon2';
import { CRYPTO } from './crypto';
import { STRETCH } from './fingerprint';
import { CODE_HOURS } from './invitation-code';
import { KEYRING_FORMAT } from './keyring-format';

it('the inventory of cryptography in README.md is the one in the code, line by line', () => {
  const text = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  const section = text.split('## Cryptography used')[1]?.split('\n## ')[0] ?? '';
  const rows = [...section.matchAll(/^\| (?!What|-)(.+?) \| (.+?) \|$/gmu)].map(([, name, value]) => `${name ?? ''}: ${value ?? ''}`);
  expect(rows).toEqual([
    `wrap version: ${String(CRYPTO.wrapVersion)}`,
    `cipher: ${CRYPTO.cipher}`,
    `key bytes: ${String(CRYPTO.keyBytes)}`,
    `nonce bytes: ${String(CRYPTO.nonceBytes)}`,
    `tag bytes: ${String(CRYPTO.tagBytes)}`,
    `hash: ${CRYPTO.hash}`,
    `password hash floor: Argon2id ${String(FLOOR.memory)} MiB, ${String(FLOOR.passes)} passes, ${String(FLOOR.lanes)} lanes`,
    `fingerprint stretch: ${String(STRETCH)}`,
    `keyring format: ${String(KEYRING_FORMAT)}`,
    `code life: ${String(CODE_HOURS)} h`,
    ...Object.values(CRYPTO.labels).map((label) => `label: ${label}`),
  ]);
});
