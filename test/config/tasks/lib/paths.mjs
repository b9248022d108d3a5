import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(new URL('../../../../', import.meta.url)));

/** The pinned Node that npm installed beside the other packages. */
export function localNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const found = [join(root, 'node_modules/node/bin', name), join(root, 'node_modules/.bin', name)].find(existsSync);
  if (!found) throw new Error('The pinned Node is missing from node_modules. Remove node_modules and try again.');
  return found;
}

/** Children find the pinned Node first, whatever the host carries. */
export const environment = (extra = {}) => ({
  ...process.env,
  PATH: [join(root, 'node_modules/.bin'), process.env.PATH ?? ''].join(delimiter),
  ...extra,
});

/** Runs a package's own script with the current Node instead of a shell wrapper, the same on every system. */
export const script = (path) => join(root, 'node_modules', path);
