import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api';
import { isPlainDate } from '../../../shared/kernel/plain-date';
import { sentenceOf } from '../../lib/error-text';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { desk } from './documents.paths';

export type Gate = Output<'documents.whyNotIssue'>;
export type GateLine = Gate['items'][number];

/** Where an item is mended. */
export function addressOf({ link }: GateLine): string {
  switch (link.module) {
    case 'children':
      return paths.child(link.id, link.section === 'consents' ? 'papers' : 'profile');
    case 'candidates':
      return paths.candidate(link.id, link.section.startsWith('papers') ? 'papers' : 'profile');
    case 'mentorships':
      return paths.pair(link.id);
    case 'institutions':
      return `${paths.administration()}/institutions`;
    default:
      return desk.contract(link.id, link.section);
  }
}

export interface GateWords {
  title: (item: GateLine) => string;
  reason: (item: GateLine) => string;
  /** The verb of the button that leads to the mending. */
  verb: (item: GateLine) => string;
}

/** A requirement in words: what it is, why it stands, what to do. */
export function useGateWords(): GateWords {
  const { t } = useTranslation('documents');
  const format = useFormat();
  return {
    title: ({ code }) => t(`gate.${code}`, { defaultValue: t('gate.other') }),
    reason: ({ detail }) => {
      const params = Object.fromEntries(
        Object.entries(detail.params).map(([name, value]) => [name, typeof value === 'string' && isPlainDate(value) ? format.short(value) : value]),
      );
      const known = t(`detail.${detail.code}`, { ...params, defaultValue: '' });
      return known === '' ? (sentenceOf(detail.code, params) ?? '') : known;
    },
    verb: (item) => {
      if (item.link.module === 'documents') return t('gate.fill');
      if (item.code.startsWith('paper.')) return t(item.status === 'missing' ? 'gate.bring' : 'gate.replace');
      return t('gate.open');
    },
  };
}
