import { readFileSync } from 'node:fs';

interface Entry {
  files?: Record<string, Entry>;
  unpacked?: boolean;
}

function* pathsOf(entry: Entry, prefix: string): Generator<{ path: string; isUnpacked: boolean }> {
  for (const [name, inner] of Object.entries(entry.files ?? {})) {
    if (inner.files) yield* pathsOf(inner, `${prefix}${name}/`);
    else yield { path: prefix + name, isUnpacked: inner.unpacked === true };
  }
}

/** The files of an asar archive: four little numbers, then the table of contents as JSON, then the bytes. */
export function asarFiles(path: string): { path: string; isUnpacked: boolean }[] {
  const archive = readFileSync(path);
  const length = archive.readUInt32LE(12);
  return [...pathsOf(JSON.parse(archive.toString('utf8', 16, 16 + length)) as Entry, '')];
}
