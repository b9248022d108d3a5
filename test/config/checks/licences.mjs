import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tasks/lib/paths.mjs';

/** Licences that let the program be given away under MIT; anything else, and anything unnamed, is looked at by a person first. */
const ALLOWED = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'OFL-1.1',
  'CC0-1.0',
  'Unlicense',
  'BlueOak-1.0.0',
  'Python-2.0',
  'Zlib',
  'WTFPL',
]);

/** Packages whose manifest is silent, with what their licence file says. Read by a person, version by version. */
const READ_BY_HAND = { 'node_modules/png-js@1.1.0': 'MIT' };

/** "(MIT OR GPL-3.0)" offers a choice; "MIT AND OFL-1.1" asks for both. */
export function isAllowed(expression) {
  const plain = expression.replace(/[()]/g, ' ').trim();
  return plain.split(/\s+OR\s+/i).some((choice) => choice.split(/\s+AND\s+/i).every((name) => ALLOWED.has(name.trim())));
}

const namedIn = (manifest) => manifest.license?.type ?? manifest.license ?? manifest.licenses?.map(({ type }) => type).join(' OR ') ?? '';

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const shipped = Object.entries(packages).filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional);
let failed = 0;
for (const [path, entry] of shipped) {
  const manifest = join(root, path, 'package.json');
  // Builds for other systems are not installed here; the lock names their licence too.
  const licence = existsSync(manifest) ? namedIn(JSON.parse(readFileSync(manifest, 'utf8'))) : String(entry.license ?? '');
  if (isAllowed(licence || (READ_BY_HAND[`${path}@${entry.version}`] ?? ''))) continue;
  failed += 1;
  console.log(`${path}: ${licence || 'no licence named'}`);
}
console.log(`licences: ${shipped.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 && shipped.length > 0 ? 0 : 1;
