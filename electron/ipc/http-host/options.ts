import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface HostArguments {
  dataDir: string;
  resourcesDir: string;
  rendererDir: string;
  port: number;
}

/** `--data DIR` is required: the host never guesses whose records to open; the starter decides. */
export function hostArguments(argv: string[]): HostArguments {
  const { values } = parseArgs({
    args: argv,
    options: { data: { type: 'string' }, resources: { type: 'string' }, renderer: { type: 'string' }, port: { type: 'string', default: '0' } },
  });
  const port = Number(values.port);
  if (!values.data || !values.resources || !values.renderer) throw new Error('--data, --resources and --renderer are needed.');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port must be a number from 0 to 65535.');
  return { dataDir: resolve(values.data), resourcesDir: resolve(values.resources), rendererDir: resolve(values.renderer), port };
}
