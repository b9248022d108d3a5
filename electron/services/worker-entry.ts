import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Every worker of the main process: the name of its built file and where its source stands beside this folder. */
const SOURCES = {
  'file-work': '../db/file-work.worker.ts',
  pdf: './pdf/pdf.worker.ts',
  spreadsheet: './spreadsheet/spreadsheet.worker.ts',
} as const;
export type WorkerName = keyof typeof SOURCES;

/**
 * Run from source (unit tests), Node strips the types but does not resolve imports without an extension: this hook does,
 * so that a worker may import the same modules as the rest of the main process. Decorators are out of reach in there.
 */
const RESOLVE_SOURCE = `data:text/javascript,${encodeURIComponent(`
import { registerHooks } from 'node:module';
import { existsSync } from 'node:fs';
registerHooks({ resolve(specifier, context, next) {
  if (/^\\.{1,2}\\//.test(specifier) && !/\\.(ts|js|mjs|cjs|json|node)$/.test(specifier) && context.parentURL?.startsWith('file:')) {
    for (const ending of ['.ts', '/index.ts']) {
      const url = new URL(specifier + ending, context.parentURL);
      if (existsSync(url)) return next(url.href, context);
    }
  }
  return next(specifier, context);
} });`)}`;

/** Where the worker's code is: `<name>.worker.js` beside the bundle, or the TypeScript source under a test runner. */
export function workerUrl(name: WorkerName): URL {
  const here = import.meta.url;
  for (const beside of [`./${name}.worker.js`, `../${name}.worker.js`]) {
    const built = new URL(beside, here);
    if (existsSync(fileURLToPath(built))) return built;
  }
  return new URL(SOURCES[name], here);
}

/** Starts a worker of this program. It inherits no command-line flags and no environment of its parent's debugger. */
export function startWorker(name: WorkerName, options: WorkerOptions = {}): Worker {
  const url = workerUrl(name);
  const fromSource = url.pathname.endsWith('.ts');
  const execArgv = fromSource ? ['--experimental-transform-types', '--disable-warning=ExperimentalWarning', '--import', RESOLVE_SOURCE] : [];
  return new Worker(url, { ...options, execArgv });
}
