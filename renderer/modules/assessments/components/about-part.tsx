import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../lib/format';
import { Facts, Section } from '../../../ui';
import { assessmentPaths } from '../assessment-paths';
import { figure, wordIn } from '../assessment-words';
import type { Assessment } from '../result-of';

/** Scores made before; none is ever thrown away. */
function Older({ record }: { record: Assessment }) {
  const { t } = useTranslation('assessments');
  const format = useFormat();
  const older = record.results.filter((one) => !one.current);
  if (older.length === 0) return null;
  return (
    <Section title={t('result.older')} ruled>
      <Box component="ul" sx={{ display: 'grid', gap: 0.75 }}>
        {older.map((one) => (
          <li key={one.id}>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('result.olderLine', { date: format.dateTime(one.madeAt), name: one.madeBy, engine: one.result.engine })}
            </Typography>
            <span data-private>
              {one.result.scales
                .map(
                  (scale) =>
                    `${wordIn(scale.title, format.language)}: ${scale.display === null ? t('result.notScored') : figure(scale.display, format.language)}`,
                )
                .join('; ')}
            </span>
          </li>
        ))}
      </Box>
    </Section>
  );
}

/** Under what circumstances it was given, by which definition, and earlier scorings. */
export function AboutPart({ record }: { record: Assessment }) {
  const { t } = useTranslation('assessments');
  const format = useFormat();
  const { header, instrument } = record;
  const caution = wordIn(instrument.caution, format.language);
  const status = instrument.texts[record.language];
  return (
    <>
      <Older record={record} />
      <Section title={t('result.about')} ruled>
        <Facts
          items={[
            ...(caution === '' ? [] : [{ label: t('result.caution'), value: caution }]),
            ...(record.respondent === 'self'
              ? []
              : [{ label: t('result.who'), value: [t(`respondent.${record.respondent}`), record.respondentName].filter(Boolean).join(', ') }]),
            ...(record.place === '' ? [] : [{ label: t('result.place'), value: record.place }]),
            ...(record.note === ''
              ? []
              : [
                  {
                    label: t('result.note'),
                    value: (
                      <span data-private style={{ whiteSpace: 'pre-line' }}>
                        {record.note}
                      </span>
                    ),
                  },
                ]),
            {
              label: t('result.version'),
              value: (
                <MuiLink component={Link} to={assessmentPaths.instrument(record.definitionHash)}>
                  {[
                    t('library.version', { version: instrument.version }),
                    `${t(`onLanguage.${record.language}`)}: ${t(`text.${status.status}`)}`,
                    record.definitionHash.slice(0, 12),
                  ].join(', ')}
                </MuiLink>
              ),
            },
            ...(header.signedAt ? [{ label: t('result.signed'), value: `${header.authorName}, ${format.dateTime(header.signedAt)}` }] : []),
          ]}
        />
      </Section>
    </>
  );
}
