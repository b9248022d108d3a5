import { ESLint } from 'eslint';
import { root } from '../tasks/lib/paths.mjs';

const fix = process.argv.includes('--fix');
const eslint = new ESLint({ cwd: root, fix, overrideConfigFile: 'test/config/eslint.config.mjs', errorOnUnmatchedPattern: false });
const asked = process.argv.slice(2).filter((argument) => argument !== '--fix');
const results = await eslint.lintFiles(asked.length > 0 ? asked : ['**/*.{ts,tsx}']);
if (fix) await ESLint.outputFixes(results);
const text = await (await eslint.loadFormatter('stylish')).format(results);
if (text.trim()) console.log(text);
const failed = results.filter((result) => result.errorCount + result.warningCount > 0).length;
console.log(`lint: ${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 && results.length > 0 ? 0 : 1;
