import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../shared/contract/registry';
import { assertPlainData } from '../../electron/ipc/plain-data';
import { SettingEntity } from '../../electron/modules/settings';
import { TestProgram } from '../support/program';

let program: TestProgram;
beforeAll(async () => {
  program = await TestProgram.start();
  await program.setUp();
});
afterAll(() => program.destroy());

describe('the pipeline refuses', () => {
  const raw = (request: unknown) => program.tirek.pipeline.handle(request);
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;

  it.each([
    ['nothing at all', undefined],
    ['a bare string', 'session.status'],
    ['an array', []],
    ['a request without a name', { input: {} }],
    ['an unknown field beside the request', { op: 'session.status', input: {}, extra: 1 }],
    ['a prototype key', JSON.parse('{"op":"session.status","input":{"__proto__":{"roles":["administrator"]}}}')],
    ['a constructor key', { op: 'session.status', input: { constructor: {} } }],
    ['a cyclic argument', { op: 'session.status', input: cyclic }],
    ['a class instance', { op: 'session.status', input: new Date() }],
    [
      'a getter',
      {
        op: 'session.status',
        get input() {
          return {};
        },
      },
    ],
    ['not-a-number', { op: 'users.list', input: { page: NaN } }],
    ['a lone surrogate', { op: 'users.list', input: { name: '\uD800' } }],
    ['half a million values', { op: 'users.list', input: Array.from({ length: 500_000 }, () => 1) }],
    ['a nest of a thousand', { op: 'users.list', input: JSON.parse('['.repeat(1000) + ']'.repeat(1000)) }],
    ['a method of Object', { op: 'toString', input: {} }],
    ['a module without an operation', { op: 'users', input: {} }],
    ['an unknown operation', { op: 'users.drop', input: {} }],
    ['a wrong type', { op: 'settings.readDraft', input: { formKey: 7 } }],
    ['an unknown input field', { op: 'users.list', input: { all: true } }],
    ['a made-up id', { op: 'users.resetPassword', input: { id: "x' OR 1=1 --", password: 'x' } }],
  ])('%s', async (_name, request) => {
    const result = await raw(request);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(['invalid', 'locked']).toContain(result.error.kind);
  });

  it('every null, empty or array id, whatever the request', async () => {
    for (const id of [null, undefined, '', [], {}, 0]) {
      const result = await raw({ op: 'users.resetPassword', input: { id, password: 'x' } });
      expect(result).toMatchObject({ ok: false, error: { kind: 'invalid' } });
    }
  });
});

describe('answers', () => {
  it('carry no field that the contract does not list', async () => {
    const [user] = await program.call('users.list', {});
    expect(Object.keys(user ?? {}).sort()).toEqual([
      'active',
      'childIds',
      'codeUntil',
      'createdAt',
      'holdsClinical',
      'id',
      'idleMinutes',
      'institutionIds',
      'keys',
      'language',
      'leftAt',
      'name',
      'post',
      'roles',
      'version',
    ]);
  });

  it('to a locked program name nothing but the lock', async () => {
    await program.lock();
    for (const [name, module] of Object.entries(contract)) {
      for (const [key, operation] of Object.entries(module.operations)) {
        if (operation.permission === 'public') continue;
        const result = await program.tirek.pipeline.handle({ op: `${name}.${key}`, input: {} });
        expect(result, `${name}.${key}`).toMatchObject({ ok: false, error: { kind: 'locked', code: 'SESSION.LOCKED' } });
      }
    }
    await program.signIn('Ерлан Касымов');
  });

  it('to an unexpected failure carry a number and no text of the failure', async () => {
    const original = program.tirek.program.session?.records.db.get;
    if (!program.tirek.program.session || !original) throw new Error('no session');
    const { db } = program.tirek.program.session.records;
    const all = db.all.bind(db);
    const table = db.table.bind(db);
    db.table = () => {
      throw new Error('no such column: Тимур');
    };
    const error = await program.refusal('institutions.list', {});
    db.table = table;
    db.all = all;
    expect(error.kind).toBe('unexpected');
    expect(error.requestNo).toMatch(/^[0-9a-f]{8}$/);
    expect(JSON.stringify(error)).not.toContain('Тимур');
    expect(program.log.join('\n')).not.toContain('Тимур');
    expect(program.log.join('\n')).toContain(error.requestNo);
  });
});

describe('a transaction', () => {
  it('leaves neither the change nor the journal line when its handler fails', async () => {
    const before = await program.call('users.list', {});
    const session = program.tirek.program.session;
    if (!session) throw new Error('no session');
    const lines = session.records.db.get<{ n: number }>('SELECT count(*) AS n FROM journal')?.n;
    expect(() =>
      session.records.transaction((db) => {
        db.run('UPDATE user_account SET post = ?', 'директор');
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(await program.call('users.list', {})).toEqual(before);
    expect(session.records.db.get<{ n: number }>('SELECT count(*) AS n FROM journal')?.n).toBe(lines);
  });

  it('refuses to wait inside', () => {
    const session = program.tirek.program.session;
    expect(() => session?.records.transaction(() => Promise.resolve(1))).toThrow('must not await');
  });

  it('writes no row with a forgotten value and reads none by it', () => {
    const session = program.tirek.program.session;
    expect(() =>
      session?.records.transaction((db) => {
        db.table(SettingEntity).insert({ id: 'x', value: undefined as never });
      }),
    ).toThrow('undefined');
    expect(() => session?.records.db.table(SettingEntity).where({ id: undefined })).toThrow('undefined');
  });
});

it('plain trees pass', () => {
  expect(() => {
    assertPlainData({ a: [1, 'ә', null, { b: true }], id: randomUUID() });
  }).not.toThrow();
});
