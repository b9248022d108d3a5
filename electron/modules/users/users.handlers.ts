import { usersContract } from '../../../shared/modules/users/users.contract';
import type { UserDuties } from '../../../shared/modules/users/users.model';
import { refusal } from '../../../shared/kernel/errors';
import { defineHandlers, read, steps } from '../../ipc/handlers';
import type { StepsContext } from '../../ipc/context';
import type { LiveSession } from '../../ipc/live-session';
import type { Keyring, Vault } from '../../vault';
import { assertAdministratorStays, insertUser, markLeft, mustBeActive, rowOf, updateUser, userById, userRows } from './users.service';
import { UserEntity } from './user.entity';

/** What the users' room needs of the running program: the keyring, and the session whose keys grant. */
export interface KeyDesk {
  keyring(): Keyring;
  session(): LiveSession;
  rotate(vault: Vault, progress: (done: number, total: number) => void, signal: AbortSignal): Promise<void>;
}

async function confirmPassword(desk: KeyDesk, ctx: StepsContext, password: string): Promise<void> {
  const answer = await desk.keyring().checkPassword(desk.session().keys, password);
  if (!answer.ok) throw refusal('PASSWORD.WRONG', { seconds: Math.ceil(answer.retryAfterMs / 1000) });
  // While the password was being checked the program may have been locked: nothing goes on with the keys of the next person.
  ctx.read(() => undefined);
}

const keysOf = (desk: KeyDesk, id: string) =>
  desk
    .keyring()
    .users()
    .find((user) => user.id === id);

/** A code for an account; one that a crash left without its place in the keyring gets the place now. */
function newCode(desk: KeyDesk, id: string, name: string): { code: string; until: string } {
  const [keyring, { keys }] = [desk.keyring(), desk.session()];
  return keysOf(desk, id) ? keyring.resetPassword(keys, id) : keyring.invite(keys, { userId: id, name });
}

/**
 * The same id again is the same press of the button, and only while the code was not used: somebody who has keys, or who
 * has left, gets a code by the way that asks for the administrator's password.
 */
function invite(desk: KeyDesk, ctx: StepsContext, input: UserDuties & { id: string }) {
  const { id, ...duties } = input;
  const known = keysOf(desk, id);
  if (known && known.state !== 'invited') throw refusal('USER.NAME_TAKEN');
  const { name } = ctx.transaction((tx) => {
    if (!tx.db.table(UserEntity).exists(id)) insertUser(tx.db, id, duties, tx.nowIso);
    return mustBeActive(userById(tx.db, id));
  });
  return { userId: id, ...newCode(desk, id, name) };
}

function update(desk: KeyDesk, ctx: StepsContext, input: { id: string; version: number; duties: UserDuties }) {
  const before = ctx.read(({ db }) => userById(db, input.id));
  const becomesPsychologist = input.duties.roles.includes('psychologist') && !before.roles.includes('psychologist');
  if (input.id === ctx.actor.userId && becomesPsychologist) throw refusal('USER.OWN_CLINICAL_ROLE');
  const row = ctx.transaction((tx) => updateUser(tx.db, desk.keyring().users(), input));
  // Compared with the keyring itself, so that what a crash left half done is finished by the next save.
  const keys = keysOf(desk, input.id);
  if (keys && keys.name !== row.name) desk.keyring().rename(desk.session().keys, input.id, row.name);
  if (!row.roles.includes('psychologist') && keys?.holds.includes('clinical'))
    desk.keyring().removeGrants(desk.session().keys, input.id, ['clinical']);
  return rowOf(row, keysOf(desk, input.id));
}

async function leave(desk: KeyDesk, ctx: StepsContext, input: { id: string; password: string; reason: string }) {
  if (input.id === ctx.actor.userId) throw refusal('USER.YOURSELF');
  await confirmPassword(desk, ctx, input.password);
  const keys = desk.keyring().users();
  ctx.read(({ db }) => {
    assertAdministratorStays(db, keys, input.id);
  });
  // The account closes first: should the program stop between the two, a closed account with keys is safe, the reverse is not.
  ctx.transaction((tx) => {
    markLeft(tx.db, keys, input.id, tx.nowIso);
    tx.journal({ action: 'users.left', subject: 'user', subjectId: input.id, detail: { reasonGiven: true } });
  });
  return { mustRotate: desk.keyring().removeGrants(desk.session().keys, input.id) };
}

export const usersHandlers = (desk: KeyDesk) =>
  defineHandlers(usersContract, {
    list: read((ctx) => userRows(ctx.db, desk.keyring().users())),
    invite: steps((ctx, input) => Promise.resolve(invite(desk, ctx, input))),
    update: steps((ctx, input) => Promise.resolve(update(desk, ctx, input))),
    resetPassword: steps(async (ctx, input) => {
      await confirmPassword(desk, ctx, input.password);
      const { name } = ctx.transaction((tx) => mustBeActive(userById(tx.db, input.id)));
      return { userId: input.id, ...newCode(desk, input.id, name) };
    }),
    leave: steps((ctx, input) => leave(desk, ctx, input)),
    rotate: steps(async (ctx, input) => {
      await confirmPassword(desk, ctx, input.password);
      const progress = (done: number, total: number) => {
        ctx.progress(done, total);
      };
      await desk.rotate(input.vault, progress, ctx.signal);
      return {};
    }),
    clinicalMembers: read((ctx) => {
      const psychologists = userRows(ctx.db, desk.keyring().users()).filter((user) => user.active && user.roles.includes('psychologist'));
      return psychologists
        .filter((user) => user.keys === 'active')
        .map((user) => ({ userId: user.id, name: user.name, holds: user.holdsClinical, words: desk.keyring().fingerprint(user.id), changed: false }));
    }),
    grantClinical: steps(async (ctx, input) => {
      await confirmPassword(desk, ctx, input.password);
      ctx.transaction((tx) => {
        const { roles } = userById(tx.db, input.id);
        if (!roles.includes('psychologist')) throw refusal('USER.NOT_PSYCHOLOGIST');
        if (roles.includes('administrator')) throw refusal('CLINICAL.NOT_FOR_ADMINISTRATOR');
      });
      desk.keyring().grant(desk.session().keys, input.id, 'clinical', input.words);
      return {};
    }),
  });
