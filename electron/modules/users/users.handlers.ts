import { usersContract } from '../../../shared/modules/users/users.contract';
import { refusal } from '../../../shared/kernel/errors';
import { defineHandlers, read, steps } from '../../ipc/handlers';
import type { StepsContext } from '../../ipc/context';
import type { LiveSession } from '../../ipc/live-session';
import type { Keyring, Vault } from '../../vault';
import { assertAdministratorStays, insertUser, markLeft, rowOf, updateUser, userById, userRows } from './users.service';

/** What the users' room needs of the running program: the keyring, and the session whose keys grant. */
export interface KeyDesk {
  keyring(): Keyring;
  session(): LiveSession;
  rotate(vault: Vault, progress: (done: number, total: number) => void, signal: AbortSignal): Promise<void>;
}

async function confirmPassword(desk: KeyDesk, password: string): Promise<void> {
  const answer = await desk.keyring().checkPassword(desk.session().keys, password);
  if (!answer.ok) throw refusal('PASSWORD.WRONG', { seconds: Math.ceil(answer.retryAfterMs / 1000) });
}

const keysOf = (desk: KeyDesk, id: string) =>
  desk
    .keyring()
    .users()
    .find((user) => user.id === id);

async function leave(desk: KeyDesk, ctx: StepsContext, input: { id: string; password: string; reason: string }) {
  if (input.id === ctx.actor.userId) throw refusal('USER.YOURSELF');
  await confirmPassword(desk, input.password);
  ctx.read(({ db }) => {
    assertAdministratorStays(db, input.id);
  });
  // The account closes first: should the program stop between the two, a closed account with keys is safe, the reverse is not.
  ctx.transaction((tx) => {
    markLeft(tx.db, input.id, tx.nowIso);
    tx.journal({ action: 'users.left', subject: 'user', subjectId: input.id, detail: { reasonGiven: true } });
  });
  return { mustRotate: desk.keyring().removeGrants(desk.session().keys, input.id) };
}

export const usersHandlers = (desk: KeyDesk) =>
  defineHandlers(usersContract, {
    list: read((ctx) => userRows(ctx.db, desk.keyring().users())),
    invite: steps(async (ctx, input) => {
      const { id, ...duties } = input;
      const known = keysOf(desk, id);
      if (!known)
        ctx.transaction((tx) => {
          insertUser(tx.db, id, duties, tx.nowIso);
        });
      const code = await Promise.resolve(
        known ? desk.keyring().resetPassword(desk.session().keys, id) : desk.keyring().invite(desk.session().keys, { userId: id, name: duties.name }),
      );
      return { userId: id, ...code };
    }),
    update: steps(async (ctx, input) => {
      const before = ctx.read(({ db }) => userById(db, input.id));
      const row = ctx.transaction((tx) => updateUser(tx.db, input.id, input.version, input.duties));
      if (before.name !== row.name) desk.keyring().rename(desk.session().keys, input.id, row.name);
      const lostClinical = before.roles.includes('psychologist') && !row.roles.includes('psychologist');
      if (lostClinical && keysOf(desk, input.id)?.holds.includes('clinical'))
        desk.keyring().removeGrants(desk.session().keys, input.id, ['clinical']);
      return Promise.resolve(rowOf(row, keysOf(desk, input.id)));
    }),
    resetPassword: steps(async (ctx, input) => {
      await confirmPassword(desk, input.password);
      ctx.transaction((tx) => {
        if (!userById(tx.db, input.id).active) throw refusal('USER.LEFT');
      });
      return { userId: input.id, ...desk.keyring().resetPassword(desk.session().keys, input.id) };
    }),
    leave: steps((ctx, input) => leave(desk, ctx, input)),
    rotate: steps(async (ctx, input) => {
      await confirmPassword(desk, input.password);
      await desk.rotate(input.vault, ctx.progress, ctx.signal);
      return {};
    }),
    clinicalMembers: read((ctx) => {
      const psychologists = userRows(ctx.db, desk.keyring().users()).filter((user) => user.active && user.roles.includes('psychologist'));
      return psychologists
        .filter((user) => user.keys === 'active')
        .map((user) => ({ userId: user.id, name: user.name, holds: user.holdsClinical, words: desk.keyring().fingerprint(user.id), changed: false }));
    }),
    grantClinical: steps(async (ctx, input) => {
      await confirmPassword(desk, input.password);
      ctx.transaction((tx) => {
        if (!userById(tx.db, input.id).roles.includes('psychologist')) throw refusal('USER.NOT_PSYCHOLOGIST');
      });
      desk.keyring().grant(desk.session().keys, input.id, 'clinical', input.words);
      return {};
    }),
  });
