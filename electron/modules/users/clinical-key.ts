import { notFound, refusal } from '../../../shared/kernel/errors';
import type { ClinicalReadContext, ClinicalStepsContext } from '../../ipc/context';
import type { Vault } from '../../vault';
import { ClinicalMemberEntity } from './clinical-member.entity';
import { changedMembersIn, forgetMember, rememberMember } from './clinical-members';
import { confirmPassword, type KeyDesk } from './key-desk';
import { userById, userRows } from './users.service';

export function clinicalMembers(desk: KeyDesk, ctx: ClinicalReadContext) {
  const keyring = desk.keyring();
  const changed = new Set(changedMembersIn(desk.session(), keyring).map(({ userId }) => userId));
  const rows = userRows(ctx.records, keyring.users());
  const nameOf = new Map(rows.map((user) => [user.id as string, user.name]));
  const listed = new Map(
    ctx.db
      .table(ClinicalMemberEntity)
      .where({})
      .map((row) => [row.id, row]),
  );
  return rows
    .filter((user) => user.keys === 'active' && ((user.active && user.roles.includes('psychologist')) || user.holdsClinical || changed.has(user.id)))
    .map((user) => ({
      since: listed.get(user.id)?.grantedAt ?? null,
      byName: nameOf.get(listed.get(user.id)?.grantedBy ?? '') ?? null,
      removedAt: listed.get(user.id)?.removedAt ?? null,
      userId: user.id,
      name: user.name,
      holds: user.holdsClinical,
      words: keyring.fingerprint(user.id),
      changed: changed.has(user.id),
    }));
}

interface ByWords {
  id: string;
  words: string[];
  password: string;
}

/** Both journals tell of a grant: the clinical one with the change itself, the records' one for whoever may not read the other. */
export async function grantClinical(desk: KeyDesk, ctx: ClinicalStepsContext, input: ByWords): Promise<Record<string, never>> {
  await confirmPassword(desk, ctx, input.password);
  const { name, roles } = ctx.read(({ records }) => userById(records, input.id));
  if (!roles.includes('psychologist')) throw refusal('USER.NOT_PSYCHOLOGIST');
  if (roles.includes('administrator')) throw refusal('CLINICAL.NOT_FOR_ADMINISTRATOR');
  desk.keyring().grant(desk.session().keys, input.id, 'clinical', input.words);
  write(desk, ctx, input.id, name, 'users.grantClinical');
  return {};
}

/** The words were the same on both screens: the changed key is the colleague's own, after a forgotten password perhaps. */
export async function confirmMember(desk: KeyDesk, ctx: ClinicalStepsContext, input: ByWords): Promise<Record<string, never>> {
  await confirmPassword(desk, ctx, input.password);
  const { name } = ctx.read(({ records }) => userById(records, input.id));
  desk.keyring().confirmMember(desk.session().keys, input.id, 'clinical', input.words);
  write(desk, ctx, input.id, name, 'users.confirmMember');
  return {};
}

export async function removeMember(
  desk: KeyDesk,
  ctx: ClinicalStepsContext,
  input: { id: string; password: string },
): Promise<{ mustRotate: Vault[] }> {
  if (input.id === ctx.actor.userId) throw refusal('USER.YOURSELF');
  await confirmPassword(desk, ctx, input.password);
  if (
    !desk
      .keyring()
      .users()
      .some((user) => user.id === input.id)
  )
    throw notFound();
  const mustRotate = desk.keyring().removeGrants(desk.session().keys, input.id, ['clinical']);
  ctx.transaction((tx) => {
    forgetMember(tx.db, input.id, tx.nowIso);
  });
  tellRecords(ctx, 'users.removeMember', input.id);
  return { mustRotate };
}

function write(desk: KeyDesk, ctx: ClinicalStepsContext, userId: string, name: string, action: string): void {
  ctx.transaction((tx) => {
    rememberMember(tx.db, desk.keyring(), { userId, name, by: ctx.actor.userId, at: tx.nowIso });
  });
  tellRecords(ctx, action, userId);
}

function tellRecords(ctx: ClinicalStepsContext, action: string, subjectId: string): void {
  ctx.inRecords((tx) => {
    tx.journal({ action, subject: 'user', subjectId });
  });
}
