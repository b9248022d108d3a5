import { usersContract } from '../../../shared/modules/users/users.contract';
import type { UserDuties } from '../../../shared/modules/users/users.model';
import { refusal } from '../../../shared/kernel/errors';
import { clinicalRead, clinicalSteps, defineHandlers, read, steps } from '../../ipc/handlers';
import type { StepsContext } from '../../ipc/context';
import { clinicalMembers, confirmMember, grantClinical, removeMember } from './clinical-key';
import { emergencyAccesses } from './emergency-access';
import { confirmPassword, type KeyDesk } from './key-desk';
import { assertAdministratorStays, insertUser, markLeft, mustBeActive, rowOf, updateUser, userById, userRows } from './users.service';
import { UserEntity } from './user.entity';

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
    clinicalMembers: clinicalRead((ctx) => clinicalMembers(desk, ctx)),
    emergencies: clinicalRead((ctx) => emergencyAccesses(ctx.db, ctx.records)),
    grantClinical: clinicalSteps((ctx, input) => grantClinical(desk, ctx, input)),
    confirmMember: clinicalSteps((ctx, input) => confirmMember(desk, ctx, input)),
    removeMember: clinicalSteps((ctx, input) => removeMember(desk, ctx, input)),
  });
