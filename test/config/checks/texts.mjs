// Every text in three languages, every plural form of each, no key without a text and no text without a key.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../tasks/lib/paths.mjs';

const LANGUAGES = ['ru', 'kk', 'en'];
const PLURAL = /_(zero|one|two|few|many|other)$/;
const formsOf = Object.fromEntries(LANGUAGES.map((language) => [language, new Intl.PluralRules(language).resolvedOptions().pluralCategories]));
/** Keys that the program builds from codes, states and closed lists: they are checked where the list is known. */
const DYNAMIC = /^errors\./;

const problems = [];
const files = (folder, pattern) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => pattern.test(path));

function* leaves(value, prefix = '') {
  for (const [key, inner] of Object.entries(value)) {
    // An error code has a dot of its own ("CHILD.TOO_YOUNG"): it is one key, as the program looks it up.
    const path = prefix ? `${prefix}.${key}` : key;
    if (inner !== null && typeof inner === 'object') yield* leaves(inner, path);
    else yield [path, inner];
  }
}

const placeholders = (text) =>
  [...String(text).matchAll(/\{\{\s*([\w.]+)/g)]
    .map(([, name]) => name)
    .filter((name) => name !== 'count')
    .sort()
    .join(',');

/** folder -> language -> Map(key -> text) */
const texts = new Map();
for (const path of files('renderer', /\/locales\/[a-z]{2}\.json$/)) {
  const [, folder, language] = /^(.*)\/locales\/([a-z]{2})\.json$/.exec(path);
  if (!texts.has(folder)) texts.set(folder, {});
  texts.get(folder)[language] = new Map(leaves(JSON.parse(readFileSync(join(root, path), 'utf8'))));
}

function compare(folder, byLanguage) {
  const missing = LANGUAGES.filter((language) => !byLanguage[language]);
  if (missing.length > 0) return void problems.push(`${folder}: no texts in ${missing.join(', ')}`);
  const plurals = new Set();
  const singles = new Map();
  for (const language of LANGUAGES) {
    for (const [key, text] of byLanguage[language]) {
      const base = key.replace(PLURAL, '');
      // `_one` alone is a plural; a key that merely ends like one ("which_other") has no `_other` twin in English.
      if (base !== key && byLanguage.en.has(`${base}_other`) && byLanguage.en.has(`${base}_one`)) plurals.add(base);
      else if (!singles.has(key)) singles.set(key, text);
    }
  }
  for (const key of singles.keys()) {
    for (const language of LANGUAGES) {
      const text = byLanguage[language].get(key);
      if (text === undefined) problems.push(`${folder}: ${language} lacks ${key}`);
      else if (typeof text !== 'string' || text.trim() === '') problems.push(`${folder}: ${language} has an empty ${key}`);
      else if (placeholders(text) !== placeholders(byLanguage.en.get(key) ?? text))
        problems.push(`${folder}: ${language} fills ${key} with other values than English`);
    }
  }
  for (const base of plurals) {
    for (const language of LANGUAGES) {
      for (const form of formsOf[language])
        if (!byLanguage[language].has(`${base}_${form}`)) problems.push(`${folder}: ${language} lacks ${base}_${form}`);
    }
  }
}

/** What the sources mention: whole strings, and the fixed beginnings and ends of strings that are put together. */
function mentions() {
  const whole = new Set();
  const parts = [];
  for (const path of [...files('renderer', /\.tsx?$/), ...files('shared', /\.ts$/)]) {
    if (/\.test\.tsx?$/.test(path)) continue;
    const source = readFileSync(join(root, path), 'utf8');
    for (const [, , text] of source.matchAll(/(['"])((?:(?!\1)[^\\\n]|\\.)*)\1/g)) whole.add(text.replace(/^[\w-]+:/, ''));
    for (const [, text] of source.matchAll(/`([^`]*)`/g)) {
      if (!text.includes('${')) whole.add(text.replace(/^[\w-]+:/, ''));
      else parts.push(text.replace(/^[\w-]+:/, '').split(/\$\{[^}]*\}/));
    }
  }
  return { whole, parts: parts.filter(([head, ...rest]) => head.includes('.') || rest.some((part) => part.includes('.'))) };
}

function unusedKeys() {
  const { whole, parts } = mentions();
  const patterns = parts.map((pieces) => new RegExp(`^${pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`));
  const isMentioned = (key) => {
    if (DYNAMIC.test(key) || whole.has(key)) return true;
    // A list of closed values is asked for by its parent: t(`status.${state}`), or t('status', { returnObjects: true }).
    return patterns.some((pattern) => pattern.test(key));
  };
  for (const [folder, byLanguage] of texts) {
    for (const key of byLanguage.en?.keys() ?? []) {
      const base = key.replace(PLURAL, '');
      if (!isMentioned(key) && !isMentioned(base)) problems.push(`${folder}: nothing shows ${key}`);
    }
  }
}

/** Keys written out in t('...') must exist in some namespace of the file's module or in the one they name. */
function missingKeys() {
  const namespaceOf = (folder) => folder.split('/').at(-1);
  const known = new Map([...texts].map(([folder, byLanguage]) => [namespaceOf(folder), byLanguage.ru ?? new Map()]));
  const has = (keys, key) => keys.has(key) || keys.has(`${key}_other`) || [...keys.keys()].some((candidate) => candidate.startsWith(`${key}.`));
  for (const path of files('renderer', /\.tsx?$/)) {
    if (/\.test\.tsx?$/.test(path)) continue;
    const source = readFileSync(join(root, path), 'utf8');
    for (const [, , key] of source.matchAll(/(?<![\w.$])(?:t|i18n\.t|i18next\.t)\(\s*(['"])([^'"\n]+)\1/g)) {
      const [, namespace, name] = /^(?:([\w-]+):)?(.+)$/.exec(key);
      const candidates = namespace ? [known.get(namespace)] : [...known.values()];
      if (!candidates.some((keys) => keys && has(keys, name))) problems.push(`${path}: there is no text for ${key}`);
    }
  }
}

for (const [folder, byLanguage] of texts) compare(folder, byLanguage);
unusedKeys();
missingKeys();
for (const problem of problems) console.log(problem);
const count = [...texts.values()].reduce((sum, byLanguage) => sum + (byLanguage.en?.size ?? 0), 0);
console.log(`texts: ${count} passed, ${problems.length} failed`);
process.exitCode = problems.length === 0 && count > 0 ? 0 : 1;
