import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { spokenName } from '../../../../shared/kernel/names';
import { useFormat } from '../../../lib/format';
import { paths } from '../../../lib/paths';
import { StatusChip } from '../../../ui';
import type { Draft } from '../contract.page';

/** The terms in one line: which days, what hours, from when to when. */
export function useTermsLine(): (terms: Draft['terms']) => string {
  const { t } = useTranslation('documents');
  const format = useFormat();
  return ({ termFrom, termTo, weekdays, takenAt, returnedAt, overnight }) => {
    if (!termFrom || !termTo) return t('draft.noTerm');
    const days =
      weekdays.length === 0
        ? t('terms.everyDay')
        : [...weekdays]
            .sort()
            .map((day) => t(`weekdayShort.${String(day)}`))
            .join(', ');
    const hours = takenAt && returnedAt ? `${takenAt}–${returnedAt}` : '';
    return [days, hours, t('draft.term', format.span(termFrom, termTo)), t(overnight ? 'terms.withNights' : 'terms.noNights')]
      .filter((part) => part !== '')
      .join(', ');
  };
}

export function ContractHead({ draft }: { draft: Draft }) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const line = useTermsLine();
  return (
    <Box component="header" sx={{ mb: 1.5 }}>
      <Typography variant="h1">{t('contract.title')}</Typography>
      <Typography>
        {draft.children.map((child, index) => (
          <Fragment key={child.id}>
            {index > 0 && '; '}
            <Link component={RouterLink} to={paths.child(child.id)} color="inherit" sx={{ fontWeight: 500 }} data-private>
              {spokenName(child.name, format.language)}
            </Link>
            {`, ${format.age(child.birthDate)}`}
          </Fragment>
        ))}
        {` ${t('contract.and')} `}
        <Link component={RouterLink} to={paths.candidate(draft.mentor.id)} color="inherit" sx={{ fontWeight: 500 }} data-private>
          {spokenName(draft.mentor.name, format.language)}
        </Link>
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {line(draft.terms)}
      </Typography>
      {draft.corrects && (
        <Box sx={{ mt: 0.75, display: 'flex', gap: 1, alignItems: 'center' }}>
          <StatusChip tone="info" word={t('draft.corrects')} />
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {draft.correctionReason}
          </Typography>
        </Box>
      )}
    </Box>
  );
}
