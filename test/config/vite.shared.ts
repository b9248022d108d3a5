import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** Every `electron/**\/*.worker.ts` becomes an entry of its own, named by its file: `pdf.worker`. */
export function workerEntries(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(join(root, 'electron'), { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name.endsWith('.worker.ts')) {
      found[entry.name.slice(0, -'.ts'.length)] = relative(root, join(entry.parentPath, entry.name));
    }
  }
  return found;
}

/** Package names stay imports in Node builds; our own files are bundled, and with them the compiler's helpers, which are no dependency of ours. */
export const isPackage = (id: string): boolean =>
  !id.startsWith('.') && !id.startsWith('/') && !/^[A-Za-z]:[\\/]/.test(id) && !id.startsWith('\0') && !id.startsWith('@oxc-project/runtime');
