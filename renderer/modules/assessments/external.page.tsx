import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { RowId } from '../../../shared/kernel/ids';
import type { External } from '../../../shared/modules/assessments/assessments.model';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useAsk } from '../../lib/query';
import { Answer, Banner, Facts, Page, PageHeader, Section } from '../../ui';
import { assessmentPaths } from './assessment-paths';
import { figure } from './assessment-words';
import { Amendments } from '../../app/psychology/amendments';
import { RecordSheet, SignedLine, WrittenWords } from './components/record-sheet';

/** The figures of a test that was given outside, with the reading of its own manual. */
export function ExternalPage() {
  const parsed = RowId.safeParse(useParams()['id']);
  return parsed.success ? <Result key={parsed.data} id={parsed.data} /> : <Page>{null}</Page>;
}

function Result({ id }: { id: RowId }) {
  const { t } = useTranslation('assessments');
  const format = useFormat();
  const record = useAsk('assessments.external', { id });
  const header = record.data?.header;
  usePsychologyCrumbs([
    { label: t('tab'), to: assessmentPaths.list() },
    ...(header
      ? [{ label: header.subjectName, to: paths.clinicalCase(header.subject.kind, header.subject.id) }, { label: format.short(header.onDate) }]
      : []),
  ]);
  return (
    <Page>
      <Answer of={record}>{(one) => <Content record={one} />}</Answer>
    </Page>
  );
}

function Scales({ record }: { record: External }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  return (
    <Table size="small" aria-label={t('external.part.scales')} sx={{ maxWidth: 860 }}>
      <TableHead>
        <TableRow>
          <TableCell>{t('external.scale')}</TableCell>
          <TableCell align="right">{t('external.value')}</TableCell>
          <TableCell>{t('external.unit')}</TableCell>
          <TableCell>{t('external.band')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {record.fields.scales.map((scale, index) => (
          <TableRow key={index}>
            <TableCell>{scale.name}</TableCell>
            <TableCell align="right" data-private sx={{ fontVariantNumeric: 'tabular-nums' }}>
              {figure(scale.value, language)}
            </TableCell>
            <TableCell>{t(`external.units.${scale.unit}`)}</TableCell>
            <TableCell data-private>{scale.band === '' ? '–' : scale.band}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Content({ record }: { record: External }) {
  const { t } = useTranslation('assessments');
  const format = useFormat();
  const { header, fields } = record;
  const facts = [
    { label: t('external.place'), value: fields.place },
    { label: t('external.administeredBy'), value: fields.administeredBy },
    { label: t('batch.respondent'), value: t(`respondent.${fields.respondent}`) },
    { label: t('batch.language'), value: t(`language.${fields.language}`) },
  ].filter(({ value }) => value !== '');
  return (
    <>
      <PageHeader
        title={<span data-private>{header.subjectName}</span>}
        aside={format.date(header.onDate)}
        meta={[fields.instrument, fields.version].filter((part) => part !== '').join(', ')}
      />
      <Box sx={{ display: 'grid', gap: 1, mb: 2 }}>
        {!record.asSigned && <Banner tone="alarm" title={t('projective.notAsSigned')} />}
        <Banner tone="info" title={t('external.given')} />
      </Box>
      <RecordSheet actions={<SignedLine header={header} />}>
        <Section title={t('external.part.scales')}>
          <Scales record={record} />
        </Section>
        <WrittenWords title={t('external.note')}>{fields.note}</WrittenWords>
        <Section title={t('external.part.who')}>
          <Facts items={facts} />
        </Section>
        <Amendments recordId={header.id} />
      </RecordSheet>
    </>
  );
}
