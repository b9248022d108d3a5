import { conflict, invalid, notFound, refusal } from '../../../shared/kernel/errors';
import type { MentorId, RowId } from '../../../shared/kernel/ids';
import type { PlainDate } from '../../../shared/kernel/plain-date';
import type { MentorPaper, MentorPaperFields } from '../../../shared/modules/candidates/candidates.model';
import { wrongPaper } from '../../../shared/modules/candidates/candidates.rules';
import type { WriteContext } from '../../ipc/context';
import { visibleMentor } from './candidates.policy';
import { paperOf } from './candidates.repository';
import { MentorPaperEntity, type MentorEntity } from './mentor.entity';

function mustBeRight(context: WriteContext, mentor: MentorEntity, paper: MentorPaperFields, prefix: string): void {
  const isKnown =
    paper.subject === 'mentor' ||
    (paper.subject === 'spouse' ? mentor.spouse !== null : mentor.household.some((member) => member.id === paper.subject));
  const born = paper.subject === 'mentor' ? mentor.birthDate : paper.subject === 'spouse' ? (mentor.spouse?.birthDate ?? null) : null;
  const wrong = wrongPaper(paper, born as PlainDate | null, context.today);
  if (!isKnown) wrong.push({ path: 'subject', code: 'PAPER.UNKNOWN_PERSON' });
  if (wrong.length > 0) throw invalid(wrong.map((field) => ({ ...field, path: `${prefix}${field.path}` })));
}

function paperRow(context: WriteContext, mentorId: MentorId, id: RowId): MentorPaperEntity {
  const row = context.db.table(MentorPaperEntity).byId(id);
  if (row?.mentorId !== mentorId) throw notFound();
  return row;
}

export function addPaper(context: WriteContext, input: { mentorId: MentorId; id: RowId; paper: MentorPaperFields }): MentorPaper {
  const mentor = visibleMentor(context, input.mentorId);
  const table = context.db.table(MentorPaperEntity);
  if (table.exists(input.id)) return paperOf(paperRow(context, input.mentorId, input.id));
  mustBeRight(context, mentor, input.paper, 'paper.');
  table.insert({ id: input.id, mentorId: input.mentorId, ...input.paper, struckOn: null, struckReason: '', createdAt: context.nowIso });
  return paperOf(paperRow(context, input.mentorId, input.id));
}

const keys: (keyof MentorPaperFields)[] = [
  'kind',
  'subject',
  'number',
  'issuedOn',
  'issuer',
  'validUntil',
  'noExpiry',
  'presentedOn',
  'outcome',
  'note',
];

export function changePaper(
  context: WriteContext,
  input: { mentorId: MentorId; id: RowId; from: MentorPaperFields; to: MentorPaperFields },
): MentorPaper {
  const mentor = visibleMentor(context, input.mentorId);
  const row = paperRow(context, input.mentorId, input.id);
  if (row.struckOn) throw refusal('PAPER.STRUCK');
  const touched = keys.filter((key) => input.from[key] !== input.to[key]);
  const clashes = touched.filter((key) => row[key] !== input.from[key] && row[key] !== input.to[key]);
  if (clashes.length > 0) throw conflict(clashes.map((key) => ({ field: key, base: input.from[key], theirs: row[key], mine: input.to[key] })));
  const patch = Object.fromEntries(touched.map((key) => [key, input.to[key]])) as Partial<MentorPaperFields>;
  mustBeRight(context, mentor, { ...(paperOf(row) as MentorPaperFields), ...patch }, 'to.');
  context.db.table(MentorPaperEntity).update(input.id, patch);
  return paperOf(paperRow(context, input.mentorId, input.id));
}

export function strikePaper(context: WriteContext, input: { mentorId: MentorId; id: RowId; reason: string }): MentorPaper {
  visibleMentor(context, input.mentorId);
  const row = paperRow(context, input.mentorId, input.id);
  if (!row.struckOn) context.db.table(MentorPaperEntity).update(input.id, { struckOn: context.today, struckReason: input.reason });
  return paperOf(paperRow(context, input.mentorId, input.id));
}
