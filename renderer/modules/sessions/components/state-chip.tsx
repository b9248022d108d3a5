import { useTranslation } from 'react-i18next';
import type { RecordHeader } from '../../../../shared/modules/clinical/clinical.model';
import { useFormat } from '../../../lib/format';
import { Banner, StatusChip } from '../../../ui';

/** Draft, or signed by whom and when; and a plain word when the content is no longer what was signed. */
export function SignedBy({ header }: { header: RecordHeader }) {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  if (header.state === 'draft') return <StatusChip plain tone="mute" word={t('state.draftBy', { name: header.authorName })} />;
  const when = header.signedAt === null ? '' : format.date(header.signedAt);
  return <StatusChip plain tone="seal" word={t('state.signedBy', { name: header.authorName, date: when })} />;
}

export function NotAsSigned({ asSigned }: { asSigned: boolean }) {
  const { t } = useTranslation('sessions');
  return asSigned ? null : <Banner tone="alarm" title={t('state.notAsSigned')} />;
}
