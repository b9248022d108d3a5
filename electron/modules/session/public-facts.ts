import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Language } from '../../../shared/kernel/roles';

/**
 * The little that the sign-in screen shows before any key is there: language, the organisation's own name, and who has
 * something unfinished. It stands in clear on the disk, so nothing about a child may ever be added to it.
 */
const PublicFacts = z.object({
  language: Language.default('ru'),
  organisationName: z.string().max(300).nullable().default(null),
  withDrafts: z.array(z.string().max(40)).max(500).default([]),
});
export type PublicFacts = z.infer<typeof PublicFacts>;

const FILE = 'interface.json';

export function readPublicFacts(dataDir: string): PublicFacts {
  try {
    return PublicFacts.parse(JSON.parse(readFileSync(join(dataDir, FILE), 'utf8')));
  } catch {
    return PublicFacts.parse({});
  }
}

export function writePublicFacts(dataDir: string, change: Partial<PublicFacts>): void {
  const next = JSON.stringify({ ...readPublicFacts(dataDir), ...change });
  const file = join(dataDir, FILE);
  writeFileSync(`${file}.tmp`, next, { mode: 0o600 });
  renameSync(`${file}.tmp`, file);
}
