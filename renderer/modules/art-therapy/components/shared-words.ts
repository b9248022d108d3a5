import type { TFunction } from 'i18next';
import type { Attendance, SharedSession } from '../../../../shared/modules/art-therapy/art-therapy.model';

type T = TFunction<'art-therapy'>;

/** «занятие 6 из 12»; one that did not take place has no number. */
export function placeInSeries(t: T, { no, of }: Pick<SharedSession, 'no' | 'of'>): string {
  if (no === null) return t('shared.status.cancelled');
  return of === null || no > of ? t('shared.session', { no }) : t('shared.sessionOf', { no, of });
}

/** Whether a child was there, in the words of its sex; without a note, since none is kept. */
export function attendanceWord(t: T, attendance: Attendance | null, sex: 'male' | 'female' | 'unsaid'): string {
  if (attendance === null) return t('shared.unmarked');
  const word = t(`shared.attendance.${attendance.status}.${sex}`, { time: attendance.time });
  return attendance.reason === null ? word : t('shared.because', { word, reason: t(`shared.reason.${attendance.reason}`) });
}
