import { courseLines } from '../../../shared/modules/art-therapy/art-therapy.rules';
import type { Attendance } from '../../../shared/modules/art-therapy/art-therapy.model';
import { namesIn, plainMarks, type NamedChild } from '../../../shared/modules/art-therapy/names.rules';
import { emptyObservation, type Course, type ObservationFields, type Scale } from '../../../shared/modules/art-therapy/observation.model';
import { markFor } from '../../../shared/modules/art-therapy/mark.rules';
import { wordsOf } from '../../../shared/modules/art-therapy/scale-words';
import type { Language } from '../../../shared/kernel/roles';
import { fold } from '../../../shared/kernel/search-text';
import type { RecordState } from '../../../shared/modules/clinical/clinical.model';
import type { ClinicalReadContext } from '../../ipc/context';
import { visibleChild } from '../children';
import { filesOf, visibleRecord } from '../clinical';
import { namedMembers } from './group-session.record';
import { inRecords, ownGroup } from './groups.policy';
import { setOfVersion } from './scales.service';
import { GroupObservationEntity, GroupSessionEntity } from './sealed.entity';
import { ArtAttendanceEntity, ArtGroupEntity, ArtGroupSessionEntity } from './group.entity';

/** One session of one child: its own sheet, and of everybody else nothing. */
export interface ChildSession {
  id: string;
  groupId: string;
  groupName: string;
  onDate: string;
  theme: string;
  technique: string;
  state: RecordState;
  attendance: Attendance | null;
  fields: ObservationFields;
  scales: readonly Scale[];
  drawings: { caption: string }[];
}

/** Sessions that hold something of the child, in the order of days. Withdrawn ones are left out. */
export function childSessions(ctx: ClinicalReadContext, childId: string, groupId?: string): ChildSession[] {
  const records = inRecords(ctx);
  visibleChild(records, childId);
  if (groupId !== undefined) ownGroup(records, groupId);
  const sheets = new Map(
    ctx.db
      .table(GroupObservationEntity)
      .where({ childId })
      .map((row) => [row.sessionId, row.fields]),
  );
  const attended = new Map(
    ctx.records
      .table(ArtAttendanceEntity)
      .where({ childId })
      .map((row) => [row.sessionId, row.data]),
  );
  return [...new Set([...sheets.keys(), ...attended.keys()])]
    .flatMap((id) => {
      const row = ctx.db.table(GroupSessionEntity).byId(id);
      const shared = ctx.records.table(ArtGroupSessionEntity).byId(id)?.shared;
      if (!row || row.pending?.kind === 'drop' || !shared || (groupId !== undefined && row.groupId !== groupId)) return [];
      const group = ctx.records.table(ArtGroupEntity).byId(row.groupId);
      if (!group || !isOwn(ctx, row.groupId)) return [];
      const session: ChildSession = {
        id,
        groupId: row.groupId,
        groupName: group.fields.name,
        onDate: shared.onDate,
        theme: shared.theme,
        technique: row.content.technique,
        state: visibleRecord(ctx, id).state,
        attendance: attended.get(id) ?? null,
        fields: sheets.get(id) ?? emptyObservation(),
        scales: setOfVersion(ctx, row.scaleSet).scales,
        drawings: filesOf(ctx, id)
          .filter((file) => file.childId === childId)
          .map(({ caption }) => ({ caption })),
      };
      return [session];
    })
    .filter(({ state }) => state !== 'withdrawn')
    .sort((a, b) => a.onDate.localeCompare(b.onDate));
}

function isOwn(ctx: ClinicalReadContext, groupId: string): boolean {
  try {
    ownGroup(inRecords(ctx), groupId);
    return true;
  } catch {
    return false;
  }
}

export function courseOf(ctx: ClinicalReadContext, childId: string, groupId?: string): Course {
  const sessions = childSessions(ctx, childId, groupId);
  return {
    childId: childId as Course['childId'],
    name: visibleChild(inRecords(ctx), childId).shortName,
    sessions: sessions.map(({ id, groupId: group, groupName, onDate, theme, state }) => ({
      id: id as never,
      groupId: group as never,
      groupName,
      onDate,
      theme,
      signed: state === 'signed',
    })),
    lines: courseLines(sessions.map(({ id, onDate, fields, scales }) => ({ sessionId: id, onDate, levels: fields.levels, scales }))),
  };
}

/**
 * A text of one child's sheet as it may leave the room: a child who joined the group after the sheet was signed is not
 * named in it either.
 */
export function withoutOthers(
  text: string,
  childId: string,
  members: readonly NamedChild[],
  notNames: readonly string[],
  language: Language,
): string {
  const own = members.find(({ id }) => id === childId)?.name ?? null;
  const others = members.filter(({ id }) => id !== childId);
  let shown = '';
  let at = 0;
  for (const one of namesIn(text, others, own)) {
    if (!one.certain && notNames.includes(fold(one.word))) continue;
    shown += text.slice(at, one.start) + markFor(text, one.start, one.end, language);
    at = one.end;
  }
  return plainMarks(shown + text.slice(at));
}

export interface GroupWork {
  sessionId: string;
  groupName: string;
  onDate: string;
  theme: string;
  technique: string;
  attendance: Attendance | null;
  levels: { title: string; level: number; of: number; words: string }[];
  themes: string[];
  words: string;
  text: string;
  drawings: string[];
}

const shownWork = (ctx: ClinicalReadContext, childId: string, session: ChildSession, language: Language): GroupWork => {
  const members = namedMembers(ctx, session.groupId);
  const clean = (text: string): string => withoutOthers(text, childId, members, session.fields.notNames, language);
  return {
    sessionId: session.id,
    groupName: session.groupName,
    onDate: session.onDate,
    theme: clean(session.theme),
    technique: clean(session.technique),
    attendance: session.attendance,
    levels: session.scales.flatMap((scale) => {
      const level = session.fields.levels[scale.code];
      const words = level === undefined ? undefined : scale.levels[level - 1];
      return level === undefined || !words
        ? []
        : [{ title: wordsOf(scale.title, language), level, of: scale.levels.length, words: wordsOf(words, language) }];
    }),
    themes: session.fields.themes.map(clean),
    words: clean(session.fields.words),
    text: clean(session.fields.text),
    drawings: session.drawings.map(({ caption }) => clean(caption)),
  };
};

export const signedWork = (ctx: ClinicalReadContext, childId: string, language: Language, groupId?: string): GroupWork[] =>
  childSessions(ctx, childId, groupId)
    .filter(({ state }) => state === 'signed')
    .map((session) => shownWork(ctx, childId, session, language));

/** What extracts and conclusions are prepared from: signed sessions of this child, oldest first, without a word about another child. */
export const groupWorkOf = (ctx: ClinicalReadContext, childId: string): GroupWork[] => signedWork(ctx, childId, ctx.actor.language);
