import { ESLint } from 'eslint';
import { root } from '../tasks/lib/paths.mjs';

const eslint = new ESLint({ cwd: root, overrideConfigFile: 'test/config/eslint.config.mjs', errorOnUnmatchedPattern: false });
const asked = process.argv.slice(2);
const results = await eslint.lintFiles(asked.length > 0 ? asked : ['**/*.{ts,tsx}']);
const text = await (await eslint.loadFormatter('stylish')).format(results);
if (text.trim()) console.log(text);
const failed = results.filter((result) => result.errorCount + result.warningCount > 0).length;
console.log(`lint: ${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 && results.length > 0 ? 0 : 1;
