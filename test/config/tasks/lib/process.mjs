import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { environment, root } from './paths.mjs';

/** @returns {Promise<number>} the exit code; a signal counts as 1 */
export function runInherited(command, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: 'inherit', cwd: root, env: environment(options.env) });
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.on('error', fail);
    child.on('close', (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      done(code ?? 1);
    });
  });
}

/** Collects the output, so that two runners at once do not write into each other's lines. */
export function runCaptured(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: root, env: environment(options.env) });
    let output = '';
    const add = (chunk) => {
      output += chunk.toString();
    };
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    child.on('error', (error) => done({ code: 1, output: `${output}\n${error.message}` }));
    child.on('close', (code) => done({ code: code ?? 1, output: stripVTControlCharacters(output) }));
  });
}
