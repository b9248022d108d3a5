import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api';
import { Banner } from '../../../ui';
import { subjectWords } from '../journal-words';

/** What the walk found, and how far it could see: without the first key the oldest entries hold only by their chain. */
export function VerdictView({ verdict }: { verdict: Output<'audit.verify'> }) {
  const { t } = useTranslation('audit');
  if (!verdict.ok) {
    const bad = verdict.firstBad;
    return (
      <Banner tone="alarm" title={bad ? t('verdict.bad', { number: bad.seq }) : t(verdict.stale.length > 0 ? 'verdict.stale' : 'verdict.badLines')}>
        {bad && <span style={{ display: 'block' }}>{t(`verdict.why.${bad.why}`)}</span>}
        {verdict.stale.length > 0 && (
          <span style={{ display: 'block' }}>
            {t('verdict.staleRows', { rows: verdict.stale.map(({ subject, label }) => `${subjectWords(t, subject)} ${label}`).join(', ') })}
          </span>
        )}
        {verdict.unreadLines.length > 0 && (
          <span style={{ display: 'block' }}>{t('verdict.unread', { lines: verdict.unreadLines.map((index) => index + 1).join(', ') })}</span>
        )}
        <span style={{ display: 'block' }}>{t('verdict.do')}</span>
      </Banner>
    );
  }
  return (
    <Banner tone="ok" title={t('verdict.good', { count: verdict.entries })}>
      <span style={{ display: 'block' }}>{t(verdict.whole ? 'verdict.whole' : 'verdict.part', { keyed: verdict.keyed })}</span>
      {verdict.anchors > 0 && <span style={{ display: 'block' }}>{t('verdict.anchors', { count: verdict.anchors })}</span>}
      {verdict.unreadLines.length > 0 && (
        <span style={{ display: 'block' }}>{t('verdict.unread', { lines: verdict.unreadLines.map((index) => index + 1).join(', ') })}</span>
      )}
    </Banner>
  );
}
