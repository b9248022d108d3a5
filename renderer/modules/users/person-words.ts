import type { TFunction } from 'i18next';
import type { Output } from '../../../shared/contract/api';
import { useFormat } from '../../lib/format';
import { useAsk } from '../../lib/query';
import type { Tone } from '../../ui';

export type Person = Output<'users.list'>[number];

interface KeyState {
  word: string;
  tone: Tone;
}

/** How the person's keys stand, in words: an invitation that ran out asks for a new code. */
export function keyStateOf(t: TFunction, person: Person, now = new Date()): KeyState {
  if (!person.active) return { word: t('keyState.left'), tone: 'mute' };
  if (person.keys === 'active') return { word: t('keyState.active'), tone: 'ok' };
  if (person.keys === 'closed' || (person.codeUntil !== null && new Date(person.codeUntil) < now))
    return { word: t('keyState.codeOver'), tone: 'warn' };
  return { word: t('keyState.invited'), tone: 'info' };
}

export const rolesOf = (t: TFunction, person: Person): string => person.roles.map((role) => t(`role.${role}.name`)).join(', ');

/** «Все дома» or the houses by their short names. */
export function useScopeWords(t: TFunction): (person: Person) => string {
  const houses = useAsk('institutions.list', {}).data ?? [];
  return (person) => {
    if (person.institutionIds === 'all') return t('scope.all');
    const names = person.institutionIds.map((id) => houses.find((house) => house.id === id)?.shortName ?? '').filter((name) => name !== '');
    return names.length === 0 ? t('scope.none') : names.join(', ');
  };
}

/** The moment a one-time code ends, as people say it. */
export function useUntil(): (instant: string) => string {
  const format = useFormat();
  return (instant) => `${format.dayAndMonth(instant)}, ${format.time(instant)}`;
}
