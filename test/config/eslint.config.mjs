import { fileURLToPath } from 'node:url';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { localRules } from './local-rules.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const TESTS = ['test/**', '**/*.test.ts', '**/*.test.tsx'];
/** Configuration files must export by default, for the tools ask for it; declarations describe what others export. */
const CONFIGS = ['test/config/*.ts', '**/*.d.ts'];

const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'A name is the same wherever it is used: export by name.' };
const noBareHandler = {
  selector: 'MemberExpression[object.name="ipcMain"][property.name=/^(handle|handleOnce|on|once|addListener)$/]',
  message: 'Only electron/ipc/electron-transport.ts registers a handler: it checks the sender.',
};
const noMathRandom = { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'Use node:crypto.' };
const electronOnlyInShell = { name: 'electron', message: 'Only electron/main.ts, preload.ts and app/ may import electron.' };
const noProcesses = ['child_process', 'node:child_process', 'cluster', 'node:cluster'].map((name) => ({
  name,
  message: 'The packed app starts no process; heavy work runs in worker threads.',
}));

export default tseslint.config(
  { ignores: ['out/**', 'node_modules/**', 'coverage/**', '**/*.mjs', '**/*.d.mts'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['shared', 'electron', 'renderer', 'test'].map((name) => `test/config/tsconfig.${name}.json`),
        tsconfigRootDir: root,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { local: localRules },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true, IIFEs: true }],
      'no-restricted-syntax': ['error', noDefaultExport, noBareHandler],
      'no-eval': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['electron/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', noDefaultExport, noBareHandler, noMathRandom],
      'no-restricted-imports': ['error', { paths: [electronOnlyInShell, ...noProcesses] }],
      'local/bound-sql': 'error',
    },
  },
  {
    files: ['electron/main.ts', 'electron/preload.ts', 'electron/app/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: noProcesses }] },
  },
  {
    files: ['shared/**/*.ts', 'renderer/**/*.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { paths: [electronOnlyInShell, ...noProcesses] }] },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error', 'local/translated-text': 'error' },
  },
  { files: ['renderer/**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 150, skipBlankLines: true, skipComments: true }] } },
  {
    files: TESTS,
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-imports': 'off',
      'local/bound-sql': 'off',
      'local/translated-text': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // A test reads rows and answers that have no type of their own; what it expects of them is the check.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  { files: CONFIGS, rules: { 'no-restricted-syntax': 'off' } },
);
