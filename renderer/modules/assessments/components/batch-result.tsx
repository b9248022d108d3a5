import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api';
import type { Instrument } from '../../../../shared/modules/assessments/instrument.model';
import { fieldSentence } from '../../../lib/error-text';
import { useFormat } from '../../../lib/format';
import { Banner, Section } from '../../../ui';
import { figure, wordIn } from '../assessment-words';

type Checked = Output<'assessments.checkBatch'>;

function Errors({ checked }: { checked: Checked }) {
  const { t } = useTranslation('assessments');
  return (
    <>
      <Banner tone="alarm" title={t('batch.errors', { count: checked.errorCount })}>
        {t('batch.nothing')}
      </Banner>
      <Box sx={{ overflowX: 'auto', mt: 1.5 }}>
        <Table size="small" aria-label={t('batch.errorList')}>
          <TableHead>
            <TableRow>
              <TableCell sx={{ width: 90 }}>{t('batch.line')}</TableCell>
              <TableCell sx={{ width: 200 }}>{t('batch.columnName')}</TableCell>
              <TableCell>{t('batch.what')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {checked.errors.map((error, index) => (
              <TableRow key={index}>
                <TableCell>{error.line === 0 ? t('batch.wholeFile') : error.line}</TableCell>
                <TableCell data-private sx={{ overflowWrap: 'anywhere' }}>
                  {error.column ?? '–'}
                </TableCell>
                <TableCell>{fieldSentence(error.code, error.params)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      {checked.errorCount > checked.errors.length && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {t('batch.moreErrors', { count: checked.errorCount - checked.errors.length })}
        </Typography>
      )}
    </>
  );
}

function Preview({ checked, instrument }: { checked: Checked; instrument: Instrument | undefined }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const scales = checked.first[0]?.scales ?? [];
  const titles = [...(instrument?.scales ?? []), ...(instrument?.derived ?? [])];
  return (
    <>
      <Banner tone="ok" title={t('batch.good', { count: checked.rows })}>
        {[
          checked.unanswered > 0 ? t('batch.unanswered', { count: checked.unanswered }) : '',
          checked.knownChildren > 0 ? t('batch.known', { count: checked.knownChildren }) : '',
        ]
          .filter((part) => part !== '')
          .join(' ')}
      </Banner>
      <Box sx={{ overflowX: 'auto', mt: 1.5 }}>
        <Table size="small" aria-label={t('batch.preview')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('batch.column.respondent')}</TableCell>
              {scales.map(({ id }) => (
                <TableCell key={id} align="right">
                  {wordIn(titles.find((scale) => scale.id === id)?.title, language) || id}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {checked.first.map((row) => (
              <TableRow key={row.respondent}>
                <TableCell data-private>{row.subjectName === null ? row.respondent : `${row.respondent}, ${row.subjectName}`}</TableCell>
                {row.scales.map(({ id, display }) => (
                  <TableCell key={id} align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>
                    {display === null ? t('batch.notScored') : figure(display, language)}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      {checked.rows > checked.first.length && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {t('batch.firstRows', { count: checked.first.length })}
        </Typography>
      )}
    </>
  );
}

/** Every error by its line and column; or, without one, what would be kept. */
export function BatchResult({ checked, instrument }: { checked: Checked; instrument: Instrument | undefined }) {
  const { t } = useTranslation('assessments');
  const top = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    top.current?.scrollIntoView({ block: 'start' });
  }, [checked]);
  return (
    <Section title={<span ref={top}>{t('batch.checked')}</span>}>
      {checked.unknownColumns.length > 0 && (
        <Box sx={{ mb: 1 }}>
          <Banner tone="info" title={t('batch.unknown', { columns: checked.unknownColumns.slice(0, 20).join(', ') })} />
        </Box>
      )}
      {checked.errorCount > 0 ? <Errors checked={checked} /> : <Preview checked={checked} instrument={instrument} />}
    </Section>
  );
}
