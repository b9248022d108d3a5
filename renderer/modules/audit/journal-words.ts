import type { TFunction } from 'i18next';
import type { Output } from '../../../shared/contract/api';
import { OUTCOMES } from '../../../shared/modules/audit/audit.model';
import { sentenceOf } from '../../lib/error-text';
import type { Tone } from '../../ui';

export type Line = Output<'audit.list'>['entries'][number];

export const journalPaths = {
  records: '/administration/journal',
  clinical: '/administration/journal/clinical',
  check: '/administration/journal/check',
  checkClinical: '/administration/journal/check-clinical',
} as const;

/** Reading a list is written down only when it was refused. */
const LISTS: ReadonlySet<string> = new Set(['list', 'count', 'quickSearch', 'drafts', 'ofChild', 'ofMentor']);

/** An action in words; one that has none yet is named by its room, so that the journal never shows a blank. */
export function actionWords(t: TFunction, action: string): string {
  const named = t(`action.${action}`, { defaultValue: '' });
  if (named !== '') return named;
  const [module = '', verb = ''] = action.split('.');
  const room = t(`room.${module}`, { defaultValue: '' });
  if (room === '') return action;
  return LISTS.has(verb) ? t('listAction', { room }) : t('otherAction', { room, action });
}

export const subjectWords = (t: TFunction, subject: string): string =>
  t(`subject.${subject}`, { defaultValue: t(`room.${subject}`, { defaultValue: subject }).toLocaleLowerCase() });

const TONES: Record<(typeof OUTCOMES)[number], Tone> = { done: 'ok', refused: 'mute', 'not-allowed': 'warn', invalid: 'mute', failed: 'alarm' };

export function outcomeWords(t: TFunction, outcome: string): { word: string; tone: Tone } {
  const known = OUTCOMES.find((one) => one === outcome);
  return known ? { word: t(`outcome.${known}`), tone: TONES[known] } : { word: outcome, tone: 'mute' };
}

/** Who: the person, the program itself, or somebody who had not signed in. */
export const whoWords = (t: TFunction, line: Line): string => line.userName ?? t(line.userId === null ? 'nobody' : 'unknownPerson');

/** A detail as people read it: a code becomes its sentence. */
export function detailWords(t: TFunction, key: string, value: string | number | boolean | null): { label: string; value: string } {
  const label = t(`detail.${key}`, { defaultValue: key });
  if (typeof value === 'boolean') return { label, value: t(value ? 'yes' : 'no') };
  return { label, value: key === 'code' ? (sentenceOf(String(value)) ?? String(value)) : String(value ?? '') };
}
