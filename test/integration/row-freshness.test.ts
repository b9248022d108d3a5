import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COORDINATOR, readyChild, worldOf, type World } from '../support/contract-fixtures';
import { ADMINISTRATOR, TestProgram } from '../support/program';

let program: TestProgram;
let world: World;
let childId: string;
let consentId: string;
const EDUCATOR = 'Воспитатель Нурлан';
beforeAll(async () => {
  program = await TestProgram.start();
  world = await worldOf(program);
  await program.addColleague(EDUCATOR, ['staff']);
  await program.signIn(COORDINATOR);
  childId = await readyChild(world);
  consentId = sql<{ id: string }>(`SELECT id FROM child_detail WHERE kind = 'consent' AND child_id = ?`, childId)?.id ?? '';
});
afterAll(() => program.destroy());

const db = () => {
  const { session } = program.tirek.program;
  if (!session) throw new Error('nobody is signed in');
  return session.records;
};
function sql<T>(text: string, ...params: string[]): T | undefined {
  return db().db.get<T>(text, ...params);
}
/** As a page put back would do it: past every command, and with no entry. */
const behindTheJournal = (text: string, ...params: string[]): void => {
  db().transaction((tx) => tx.run(text, ...params));
};
const stale = async () => {
  await program.signIn(ADMINISTRATOR);
  const verdict = await program.call('audit.verify', {});
  expect(verdict.ok).toBe(verdict.stale.length === 0);
  expect(verdict.firstBad).toBeNull();
  return verdict.stale.map(({ subject, label }) => ({ subject, label }));
};

describe('verification', () => {
  it('finds nothing where every change went through its command', async () => {
    expect(await stale()).toEqual([]);
    const educator = (await program.call('users.list', {})).find((user) => user.name === EDUCATOR);
    if (!educator) throw new Error('no educator');
    const { post, institutionIds, childIds, language, idleMinutes, version } = educator;
    const duties = { name: EDUCATOR, post, roles: ['staff', 'coach'] as const, institutionIds, childIds, language, idleMinutes };
    await program.call('users.update', { id: educator.id, version, duties: { ...duties, roles: [...duties.roles] } });
    await program.signIn(EDUCATOR);
    await program.call('settings.savePreferences', { language: 'kk', idleMinutes: 9 });
    expect(await stale()).toEqual([]);
  });

  it.each(['Воспитатель Нурлан', ADMINISTRATOR])('names the account of %s when its former role was put back', async (name) => {
    await program.signIn(ADMINISTRATOR);
    const roles = sql<{ roles: string }>('SELECT roles FROM user_account WHERE name = ?', name)?.roles ?? '';
    behindTheJournal('UPDATE user_account SET roles = ? WHERE name = ?', '["administrator","observer"]', name);
    expect(await stale()).toEqual([{ subject: 'user', label: name }]);
    behindTheJournal('UPDATE user_account SET roles = ? WHERE name = ?', roles, name);
    expect(await stale()).toEqual([]);
  });

  it('names the child whose withdrawn consent was put back, and is not put off by another change of the child', async () => {
    await program.signIn(COORDINATOR);
    const before = sql<{ data: string }>('SELECT data FROM child_detail WHERE id = ?', consentId)?.data ?? '';
    await program.call('children.withdrawConsent', {
      id: childId,
      rowId: consentId,
      on: '2026-11-20',
      reason: 'передумали',
    });
    expect(await stale()).toEqual([]);
    behindTheJournal('UPDATE child_detail SET data = ? WHERE id = ?', before, consentId);
    await program.signIn(COORDINATOR);
    const fields = { kind: 'other' as const, text: 'проверить', dueOn: null };
    await program.call('children.raiseFlag', { id: childId, rowId: randomUUID(), fields });
    const code = sql<{ code: string }>('SELECT code FROM child WHERE id = ?', childId)?.code;
    expect(await stale()).toEqual([{ subject: 'child', label: code }]);
  });
});
