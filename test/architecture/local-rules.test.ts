import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, it } from 'vitest';
import { localRules } from '../config/local-rules.mjs';

RuleTester.describe = describe;
RuleTester.it = it;

const tester = new RuleTester({ languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } } });

tester.run('bound-sql', localRules.rules['bound-sql'] as never, {
  valid: [
    "db.get('SELECT 1 WHERE id = ?', id)",
    'db.get(`SELECT ${COLUMNS} FROM child WHERE id IN (${placeholders(ids.length)})`, ...ids)',
    'db.all(`SELECT id FROM child WHERE ${scope.sql}`, ...scope.params)',
    "const after = cursor ? ' AND id > ?' : ''; db.all(`SELECT id FROM child WHERE 1 ${after}`)",
    'map.get(`child ${id}`)',
    "db.all(`SELECT id FROM child WHERE ${conditions.join(' AND ')}`)",
  ],
  invalid: [
    'db.get(`SELECT 1 FROM child WHERE id = ${id}`)',
    "db.run('DELETE FROM child WHERE id = ' + id)",
    'const text = `UPDATE child SET name = ${name}`; db.run(text)',
    "const after = cursor ? ' AND id > ' + cursor : ''; db.all(`SELECT id FROM child WHERE 1 ${after}`)",
    'db.prepare(`PRAGMA key = ${key}`)',
  ].map((code) => ({ code, errors: 1 })),
});

tester.run('translated-text', localRules.rules['translated-text'] as never, {
  valid: [
    "<p>{t('title')}</p>",
    '<p>12 %</p>',
    "<Field label={t('name')} name='surname' />",
    "<p>{' '}</p>",
    '<kbd>Ctrl+K</kbd>',
    "<p>{'Tirek'}</p>",
  ],
  invalid: ['<p>Дети</p>', "<Field label='Name' />", "<Field aria-label={'Close'} />", "<p>{'Children'}</p>"].map((code) => ({ code, errors: 1 })),
});
