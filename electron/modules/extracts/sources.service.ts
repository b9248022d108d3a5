import type { Language } from '../../../shared/kernel/roles';
import type { L10n } from '../../../shared/modules/assessments/instrument.model';
import type { Subject } from '../../../shared/modules/clinical/clinical.model';
import type { SourceLine } from '../../../shared/modules/extracts/extracts.model';
import type { ClinicalReadContext } from '../../ipc/context';
import { groupWorkOf } from '../art-therapy';
import { listAssessments } from '../assessments';
import { factsOf, visibleSubject } from '../clinical';
import { interviewsOf } from '../interviews';
import { caseworkOf } from '../sessions';
import { partsOfPair } from './released.service';

const said = (text: L10n, language: Language): string => text[language] ?? text.ru ?? text.en ?? '';
const line = (record: { id: string; onDate: string }, kind: string, title: string, text: string): SourceLine =>
  ({ recordId: record.id, kind, onDate: record.onDate, title, text }) as SourceLine;

/** Methods by name, version and date, with the bands of their scales; never a score's figure, never an answer. */
function ofTests(ctx: ClinicalReadContext, subject: Subject, language: Language): SourceLine[] {
  return listAssessments(ctx, { subject, openAlerts: false, limit: 50 })
    .rows.filter((row) => row.stage === 'scored' && !row.withdrawn)
    .map((row) => {
      const bands = row.scales.flatMap(({ title, band }) => (band ? [`${said(title, language)}: ${said(band, language)}`] : []));
      return line({ id: row.id, onDate: row.testDate }, 'assessment', `${said(row.title, language)}, ${row.version}`, bands.join('; '));
    });
}

function ofInterviews(ctx: ClinicalReadContext, subject: Subject): SourceLine[] {
  if (subject.kind !== 'child' && subject.kind !== 'mentor') return [];
  return interviewsOf(ctx, subject).map((one) =>
    line(
      one,
      'interview',
      `${one.guideTitle}, ${String(one.guideVersion)}`,
      [one.summary, one.grounds, one.conditions].filter((text) => text !== '').join('\n'),
    ),
  );
}

function ofCasework(ctx: ClinicalReadContext, subject: Subject): SourceLine[] {
  if (subject.kind !== 'child' && subject.kind !== 'mentor') return [];
  const { closing } = caseworkOf(ctx, subject);
  return closing
    ? [
        line(
          { id: closing.header.id, onDate: closing.header.onDate },
          'closing',
          '',
          Object.values(closing.fields)
            .filter((value) => typeof value === 'string')
            .join('\n'),
        ),
      ]
    : [];
}

/** What the therapist saw of this one child, without a word about another; «Название группы, тема». */
function ofGroups(ctx: ClinicalReadContext, subject: Subject): SourceLine[] {
  if (subject.kind !== 'child') return [];
  return groupWorkOf(ctx, subject.id).map((one) =>
    line(
      { id: one.sessionId, onDate: one.onDate },
      'group-session',
      `${one.groupName}, ${one.theme}`,
      [one.text, one.words].filter((text) => text !== '').join('\n'),
    ),
  );
}

/** Signed records only, newest first: what a psychologist reads before writing, and takes over by hand. */
export function sources(ctx: ClinicalReadContext, input: { subject: Subject; language: Language }): SourceLine[] {
  visibleSubject(ctx, input.subject);
  // Whoever writes about a pair reads about both; a part outside the own scope is left out.
  const parts = input.subject.kind === 'pair' ? partsOfPair(ctx.records, input.subject.id).filter((part) => factsOf(ctx, part) !== null) : [];
  return [input.subject, ...parts]
    .flatMap((subject) => [
      ...ofTests(ctx, subject, input.language),
      ...ofInterviews(ctx, subject),
      ...ofCasework(ctx, subject),
      ...ofGroups(ctx, subject),
    ])
    .sort((a, b) => b.onDate.localeCompare(a.onDate));
}
