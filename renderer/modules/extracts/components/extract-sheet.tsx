import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../shared/kernel/roles';
import type { ReleasedHeader } from '../../../../shared/modules/extracts/extracts.model';
import { isPlainDate } from '../../../../shared/kernel/plain-date';
import { useFormat } from '../../../lib/format';
import { AdviceChip } from './looks';

export interface Sheet extends Pick<ReleasedHeader, 'purpose' | 'purposeNote' | 'recipients' | 'recommendation'> {
  /** «В-2026/4, редакция 2»; empty before the signature. */
  number: string;
  subjectName: string;
  text: string;
  language: Language;
  signedBy: string;
  signedOn: string | null;
  validUntil: string | null;
}

function Line({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '112px minmax(0, 1fr)', gap: 1.5, py: 0.375 }}>
      <Typography component="dt" variant="body2" sx={{ color: 'text.secondary', lineHeight: '22px' }}>
        {label}
      </Typography>
      <Typography component="dd" sx={{ overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Box>
  );
}

/** An extract as its readers see it: the same sheet in the preview, in a colleague's dialog and on the psychologist's page. */
export function ExtractSheet({ sheet, faded = false }: { sheet: Sheet; faded?: boolean }) {
  const { t } = useTranslation('extracts');
  const format = useFormat();
  const purpose = [t(`purpose.${sheet.purpose}`), sheet.purposeNote].filter((part) => part !== '').join(': ');
  const until = sheet.validUntil !== null && isPlainDate(sheet.validUntil) ? format.date(sheet.validUntil) : '';
  const readers = sheet.recipients.map((role) => t(`reader.${role}`)).join(', ');
  return (
    <Box component="article" sx={{ backgroundColor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: '8px', px: 2.5, py: 2 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1.5, flexWrap: 'wrap', alignItems: 'baseline' }}>
        <Typography variant="h2">{t('sheet.title')}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {sheet.number || t('sheet.noNumber')}
        </Typography>
      </Box>
      {sheet.recommendation && (
        <Box sx={{ mt: 1 }}>
          <AdviceChip value={sheet.recommendation} faded={faded} />
        </Box>
      )}
      <Box component="dl" sx={{ mt: 1 }}>
        <Line label={t('sheet.about')}>
          <span data-private>{sheet.subjectName}</span>
        </Line>
        <Line label={t('sheet.purpose')}>{purpose}</Line>
        {until !== '' && <Line label={t('sheet.until')}>{until}</Line>}
      </Box>
      <Typography
        lang={sheet.language}
        data-private
        sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', borderTop: 1, borderColor: 'divider', mt: 1.25, pt: 1.5, minHeight: 48 }}
      >
        {sheet.text.trim() === '' ? t('sheet.noText') : sheet.text}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', borderTop: 1, borderColor: 'divider', mt: 1.5, pt: 1.25 }}>
        {sheet.signedOn
          ? t('sheet.signed', { name: sheet.signedBy, date: format.date(sheet.signedOn) })
          : t('sheet.unsigned', { name: sheet.signedBy })}
      </Typography>
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary', display: 'flex', gap: 0.75, mt: 0.5 }}>
        <Eye size={15} strokeWidth={1.75} aria-hidden style={{ marginTop: 2, flex: 'none' }} />
        <span>{readers === '' ? t('sheet.nobody') : t('sheet.readers', { readers })}</span>
      </Typography>
    </Box>
  );
}
