/**
 * Logs say which request failed and where in the code, never what was in it: messages of database and schema errors may
 * quote values, so only the error's class, code and the program's own stack frames are written.
 */
export interface Logger {
  info(message: string, facts?: Record<string, string | number>): void;
  error(message: string, facts: { operation?: string; requestNo?: string; error?: unknown }): void;
}

export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = (error as { code?: unknown }).code;
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim().replace(/\(?(?:file:\/\/)?\/.*\//, '('));
  return [error.name, typeof code === 'string' ? code : '', ...frames].filter(Boolean).join(' | ');
}

export function createLogger(writeLine: (line: string) => void, now: () => Date = () => new Date()): Logger {
  const line = (level: string, message: string, rest: string): void => {
    writeLine(`${now().toISOString()} ${level} ${message}${rest ? ` ${rest}` : ''}`);
  };
  return {
    info: (message, facts = {}) => {
      line(
        'info',
        message,
        Object.entries(facts)
          .map(([k, v]) => `${k}=${String(v)}`)
          .join(' '),
      );
    },
    error: (message, { operation, requestNo, error }) => {
      line(
        'error',
        message,
        [operation && `operation=${operation}`, requestNo && `request=${requestNo}`, error !== undefined && describeError(error)]
          .filter(Boolean)
          .join(' '),
      );
    },
  };
}
