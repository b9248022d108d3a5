import { notFound } from '../../../shared/kernel/errors';
import type { Attachment } from '../../../shared/modules/clinical/clinical.model';
import {
  emptyObservation,
  type GroupSessionRecord,
  type Mention,
  type Observation,
  type ObservationFields,
} from '../../../shared/modules/art-therapy/observation.model';
import { whyNotSigned } from '../../../shared/modules/art-therapy/art-therapy.rules';
import { mentionsIn, plainMarks, type NamedChild } from '../../../shared/modules/art-therapy/names.rules';
import type { ClinicalReadContext } from '../../ipc/context';
import { ChildEntity } from '../children';
import { ClinicalFileEntity, filesOf, isAsSigned, recordHeader, visibleRecord } from '../clinical';
import { childFor, inRecords } from './groups.policy';
import { setOfVersion } from './scales.service';
import { GroupObservationEntity, GroupSessionEntity } from './sealed.entity';
import { attendanceOf, belongings, expectedAt, sharedRow, sharedSession } from './shared-layer';

export function sealedRow(ctx: ClinicalReadContext, id: string): GroupSessionEntity {
  const row = ctx.db.table(GroupSessionEntity).byId(id);
  if (!row) throw notFound();
  return row;
}

export const observationRows = (ctx: ClinicalReadContext, sessionId: string): GroupObservationEntity[] =>
  ctx.db.table(GroupObservationEntity).where({ sessionId }, 'childId');

/** Everybody who ever came to the group, with all spellings: whose names must not stand in another child's observation. */
export function namedMembers(ctx: ClinicalReadContext, groupId: string): NamedChild[] {
  const ids = new Set(belongings(ctx.records, groupId).map(({ childId }) => childId));
  for (const session of ctx.db.table(GroupSessionEntity).where({ groupId }))
    for (const childId of attendanceOf(ctx.records, session.id).keys()) ids.add(childId);
  return [...ids].flatMap((id) => {
    const child = ctx.records.table(ChildEntity).byId(id);
    return child ? [{ id, name: child.name }] : [];
  });
}

export function mentionsFor(members: readonly NamedChild[], childId: string, fields: ObservationFields, drawings: readonly Attachment[]): Mention[] {
  const captions = drawings.filter((drawing) => drawing.childId === childId).map(({ caption }) => caption);
  const own = members.find(({ id }) => id === childId)?.name ?? null;
  return mentionsIn(
    fields,
    captions,
    members.filter(({ id }) => id !== childId),
    own,
  );
}

type Rename = (childId: string) => string | null;
const asTheyAre: Rename = (childId) => childId;

/**
 * What a signature covers: every word, every level with the words of its scale, and every drawing by its own hash.
 * `rename` says under whose id a child's part will stand, null where it goes: so a session is sealed anew when a child's
 * file was merged or destroyed.
 */
export function sealedContent(ctx: ClinicalReadContext, id: string, rename = asTheyAre): unknown {
  const row = sealedRow(ctx, id);
  const kept = <T extends { childId: string | null }>(one: T): T[] => {
    if (one.childId === null) return [one];
    const childId = rename(one.childId);
    return childId === null ? [] : [{ ...one, childId }];
  };
  const files = ctx.db
    .table(ClinicalFileEntity)
    .where({ recordId: id }, 'id')
    .map(({ id: fileId, childId, caption, sha256 }) => ({ id: fileId, childId, caption, sha256 }));
  return {
    groupId: row.groupId,
    scales: setOfVersion(ctx, row.scaleSet).scales,
    content: row.content,
    observations: observationRows(ctx, id)
      .map(({ childId, fields }) => ({ childId, fields }))
      .flatMap(kept)
      .sort((a, b) => (a.childId < b.childId ? -1 : 1)),
    files: files.flatMap(kept),
  };
}

interface Sheet {
  childId: string;
  fields: ObservationFields;
  mentions: Mention[];
}

/** An observation sheet for everybody who was expected, written or not. */
export function sheetsOf(ctx: ClinicalReadContext, id: string): Sheet[] {
  const row = sealedRow(ctx, id);
  const members = namedMembers(ctx, row.groupId);
  const written = new Map(observationRows(ctx, id).map(({ childId, fields }) => [childId, fields]));
  const drawings = filesOf(ctx, id);
  const children = new Set([...expectedAt(ctx.records, sharedRow(ctx.records, id)), ...written.keys()]);
  return [...children].map((childId) => {
    const fields = written.get(childId) ?? emptyObservation();
    return { childId, fields, mentions: mentionsFor(members, childId, fields, drawings) };
  });
}

export function blockersOf(ctx: ClinicalReadContext, id: string): GroupSessionRecord['blockers'] {
  const { content } = sealedRow(ctx, id);
  const { shared } = sharedRow(ctx.records, id);
  const attendance = attendanceOf(ctx.records, id);
  return whyNotSigned({
    status: shared.status,
    process: content.process,
    children: sheetsOf(ctx, id).map(({ childId, mentions }) => ({ childId, attendance: attendance.get(childId) ?? null, mentions: mentions.length })),
  });
}

export function sessionRecord(ctx: ClinicalReadContext, id: string): GroupSessionRecord {
  const row = sealedRow(ctx, id);
  const header = recordHeader(ctx, id);
  const records = inRecords(ctx);
  const shared = sharedSession(records, id);
  const order = new Map(shared.attendance.map(({ childId }, index) => [childId as string, index]));
  const sheets = sheetsOf(ctx, id);
  const visible = sheets.filter(({ childId }) => childFor(records, childId) !== null);
  return {
    header,
    shared,
    content: row.content,
    scales: setOfVersion(ctx, row.scaleSet),
    observations: visible
      .map((sheet): Observation => ({
        ...sheet,
        childId: sheet.childId as Observation['childId'],
        name: childFor(records, sheet.childId)?.shortName ?? '',
      }))
      .sort((a, b) => (order.get(a.childId) ?? 99) - (order.get(b.childId) ?? 99)),
    hiddenObservations: sheets.length - visible.length,
    drawings: filesOf(ctx, id).filter(({ childId }) => childId === null || childFor(records, childId) !== null),
    blockers: header.state === 'draft' ? blockersOf(ctx, id) : [],
    asSigned: isAsSigned(visibleRecord(ctx, id), sealedContent(ctx, id)),
  };
}

/** The words that the search of the room finds the session by. */
export function searchTextOf(ctx: ClinicalReadContext, id: string): string {
  const { technique, course, process } = sealedRow(ctx, id).content;
  const sheets = observationRows(ctx, id).map(({ fields }) => [...fields.themes, fields.words, fields.text].join('\n'));
  return plainMarks([technique, course, process, ...sheets].filter((text) => text !== '').join('\n'));
}
