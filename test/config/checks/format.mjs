// `--write` lays the files out instead of complaining.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as prettier from 'prettier';
import { root } from '../tasks/lib/paths.mjs';

const FOLDERS = ['electron', 'renderer', 'shared', 'test'];
const EXTENSIONS = /\.(?:ts|tsx|mts|mjs|css|html|json|yml)$/;
/** Frozen migrations are hashed as they stand, and data files are written by tools. */
const LEFT_ALONE = /(?:^|\/)(?:migrations\/(?:records|clinical)\/00.*|hashes\.json|.*\.generated\..*)$/;
const options = JSON.parse(readFileSync(join(root, 'test/config/prettier.json'), 'utf8'));
const write = process.argv.includes('--write');
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

const files = [...FOLDERS, ...only]
  .filter((folder) => only.length === 0 || only.includes(folder))
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  )
  .concat(only.length === 0 ? ['tsconfig.json', 'electron-builder.yml'] : [])
  .filter((path) => EXTENSIONS.test(path) && !LEFT_ALONE.test(path));

let failed = 0;
for (const path of new Set(files)) {
  const text = readFileSync(join(root, path), 'utf8');
  const laidOut = await prettier.format(text, { ...options, filepath: path });
  if (laidOut === text) continue;
  if (write) writeFileSync(join(root, path), laidOut);
  else {
    failed += 1;
    console.log(`not laid out: ${path}`);
  }
}
if (failed > 0) console.log('`node test/config/checks/format.mjs --write` lays them out.');
console.log(`format: ${new Set(files).size - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
