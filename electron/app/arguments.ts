import { join, resolve } from 'node:path';

/** `--data=DIR` as `npm start` passes it; otherwise the folder of this user's application data. */
export function dataFolder(argv: readonly string[], appData: string): string {
  const asked = argv.find((argument) => argument.startsWith('--data='))?.slice('--data='.length);
  return asked ? resolve(asked) : join(appData, 'Tirek');
}
