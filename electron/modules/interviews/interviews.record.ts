import { notFound } from '../../../shared/kernel/errors';
import { daysBetween, type PlainDate } from '../../../shared/kernel/plain-date';
import type { RecordHeader } from '../../../shared/modules/clinical/clinical.model';
import { wordsIn, type GuideContent } from '../../../shared/modules/interviews/guide.model';
import type {
  Answer,
  InterviewContent,
  InterviewRecord,
  InterviewRow,
  InterviewSubject,
  Recommendation,
} from '../../../shared/modules/interviews/interview.model';
import { isAnswered, secondsOf, whyNotSigned } from '../../../shared/modules/interviews/interview.rules';
import type { ClinicalReadContext } from '../../ipc/context';
import { isAsSigned, noteTermDays, recordHeader, visibleRecord } from '../clinical';
import { guideOfVersion } from './guides.service';
import { InterviewEntity } from './interview.entity';

export const subjectOf = (row: Pick<InterviewEntity, 'subjectKind' | 'subjectId'>): InterviewSubject =>
  ({ kind: row.subjectKind, id: row.subjectId }) as InterviewSubject;

export function interviewRow(ctx: ClinicalReadContext, id: string): InterviewEntity {
  const row = ctx.db.table(InterviewEntity).byId(id);
  if (!row) throw notFound();
  return row;
}

/** What a signature covers: the answers together with the questions they answer. */
export const sealedContent = (row: InterviewEntity, guide: GuideContent) => ({
  subject: subjectOf(row),
  guideId: row.guideId,
  guideVersion: row.guideVersion,
  guide,
  content: row.content,
});

export function interviewRecord(ctx: ClinicalReadContext, id: string): InterviewRecord {
  const header = recordHeader(ctx, id);
  const row = interviewRow(ctx, id);
  const guide = guideOfVersion(ctx, row.guideId, row.guideVersion);
  return {
    header,
    audience: row.audience,
    guideId: row.guideId,
    guideVersion: row.guideVersion,
    guide,
    content: row.content,
    blockers: header.state === 'draft' ? whyNotSigned(row.audience, guide, row.content, ctx.today) : [],
    asSigned: isAsSigned(visibleRecord(ctx, id), sealedContent(row, guide)),
  };
}

const isLate = (ctx: ClinicalReadContext, header: RecordHeader, term: number): boolean =>
  header.state === 'draft' && daysBetween(header.onDate as PlainDate, ctx.today) > term;

export function rowsFor(ctx: ClinicalReadContext, ids: readonly string[]): InterviewRow[] {
  const term = noteTermDays(ctx.records);
  return ids.map((id) => {
    const header = recordHeader(ctx, id);
    const { audience, guideTitle, recommendation, validUntil } = interviewRow(ctx, id);
    return { header, audience, guideTitle, recommendation, validUntil, late: isLate(ctx, header, term) };
  });
}

export interface SignedInterview {
  id: string;
  onDate: string;
  authorName: string;
  signedAt: string;
  audience: InterviewEntity['audience'];
  /** In the language of whoever asks. */
  guideTitle: string;
  guideVersion: number;
  minutes: number;
  format: InterviewContent['fields']['format'];
  /** The themes talked about, with what was noted under each; a level in its own words. */
  themes: { code: string; title: string; notes: { question: string; note: string; level: string; choices: string[] }[] }[];
  quotes: string[];
  impression: string;
  summary: string;
  toConsider: string;
  recommendation: Recommendation | null;
  grounds: string;
  conditions: string;
  validUntil: string | null;
}

function themesOf(ctx: ClinicalReadContext, guide: GuideContent, answers: Record<string, Answer>): SignedInterview['themes'] {
  const say = (text: Parameters<typeof wordsIn>[0] | undefined): string => (text ? wordsIn(text, ctx.actor.language) : '');
  return guide.sections.flatMap((section) => {
    const notes = section.questions.flatMap((question) => {
      const answer = answers[question.code];
      if (!answer || !isAnswered(answer)) return [];
      return [
        {
          question: say(question.text),
          note: answer.note,
          level: answer.rating === null ? '' : say(question.anchors[answer.rating - 1]),
          choices: answer.choices.map((choice) => say(question.options.find((option) => option.code === choice)?.label)),
        },
      ];
    });
    return notes.length > 0 ? [{ code: section.code, title: say(section.title), notes }] : [];
  });
}

/** What conclusions and extracts are prepared from: signed interviews in force, newest first. */
export function interviewsOf(ctx: ClinicalReadContext, subject: InterviewSubject): SignedInterview[] {
  return ctx.db
    .table(InterviewEntity)
    .where({ subjectKind: subject.kind, subjectId: subject.id })
    .map((row) => ({ row, header: visibleRecord(ctx, row.id) }))
    .filter(({ header }) => header.state === 'signed')
    .sort((a, b) => b.header.onDate.localeCompare(a.header.onDate) || b.header.no - a.header.no)
    .map(({ row, header }) => {
      const { fields, answers, quotes } = row.content;
      const guide = guideOfVersion(ctx, row.guideId, row.guideVersion);
      const { onDate, clock, format, language: _, place: __, ...said } = fields;
      return {
        id: row.id,
        onDate,
        authorName: header.authorName,
        signedAt: header.signedAt ?? '',
        audience: row.audience,
        guideTitle: wordsIn(row.guideTitle, ctx.actor.language),
        guideVersion: row.guideVersion,
        minutes: Math.round(secondsOf(clock, ctx.nowIso) / 60),
        format,
        themes: themesOf(ctx, guide, answers),
        quotes: quotes.map((quote) => quote.text),
        ...said,
      };
    });
}
